import {
  Alert,
  Button,
  Group,
  Input,
  MultiSelect,
  Radio,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post, Rows } from "../../../language/terms.ts";
import { dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { PlaceChoice } from "../../../parts/place-choice.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import classes from "../access.module.css";
import { AccessPage } from "../access-page.tsx";
import { AgreementsDocument } from "../agreements/agreements.graphql.ts";
import { grantingOwners } from "../coordinate-choice.ts";
import { ExtentFields } from "../extent-fields.tsx";
import type { Standing } from "../standing.ts";
import { type Asked, askedBy, inputOf, problemsOf } from "./ask-form.ts";
import { NotYours } from "./not-yours.tsx";
import { RequestGrantDocument } from "./request-grant.graphql.ts";

const said = texts(
  {
    title: "Ask for a data grant",
    about: "The owner decides, and says why. Until then nothing is opened.",
    owner: "Whose data",
    consumer: "Who is to read",
    consumerAbout: "Your own division, or one within it",
    posts: "Only these posts",
    postsAbout: "All of the unit's where left empty",
    purposes: "Bases that will be stated",
    purposesAbout: "Power item codes or agreement numbers; each with Enter",
    agreements: "Your unit's agreements:",
    rows: "Rows",
    thisCase: "While your unit works on the case stated, and it is not over",
    reason: "What it is needed for",
    forCase: (number: string) => `For case ${number}: `,
    send: "Send the request",
    sent: (number: string) =>
      `Sent as ${number}. The owner has been told; where it stands is under data grants.`,
    see: "See it",
    another: "Ask for something else",
  },
  {
    title: "申请数据授权",
    about: "由数据责任单位决定并说明理由，批准前不开放任何数据。",
    owner: "数据所属",
    consumer: "使用单位",
    consumerAbout: "本级区划，或其下级区划",
    posts: "限定岗位",
    postsAbout: "不填为本单位所有岗位",
    purposes: "使用目的（将说明的依据）",
    purposesAbout: "职权编码或协议编号，逐个按回车键录入",
    agreements: "本单位的共享协议：",
    rows: "可见范围",
    thisCase: "仅限本单位承办或被呼叫、且尚未办结的案件",
    reason: "申请理由",
    forCase: (number: string) => `办理案件 ${number}：`,
    send: "提交申请",
    sent: (number: string) => `已提交，编号 ${number}，等待数据责任单位决定。进展见“数据授权”。`,
    see: "查看进展",
    another: "另行申请",
  },
);

const posts = Object.keys(Post).filter(
  (post) => post !== "RESIDENT" && post !== "SERVICE",
) as (keyof typeof Post)[];
const scopes = ["THIS_CASE", "OWN_DIVISION", "OWN_GRIDS", "ALL"] as const;

/** A request for a grant, begun by the address: whose data, which fields, for which case. */
export function Ask({ standing }: { standing: Standing }) {
  const text = useText(said);
  const [sent, setSent] = useState<string>();
  return (
    <AccessPage standing={standing} title={text.title} about={text.about}>
      <div role="status">
        {sent ? (
          <Alert color="green" variant="light">
            <Group>
              {text.sent(sent)}
              <Link href={`/access/grants?number=${sent}`}>{text.see}</Link>
              <Button size="xs" variant="default" onClick={() => setSent(undefined)}>
                {text.another}
              </Button>
            </Group>
          </Alert>
        ) : null}
      </div>
      {standing.mayAsk ? sent ? null : <AskForm sent={setSent} /> : <NotYours standing={standing} />}
    </AccessPage>
  );
}

function AskForm({ sent }: { sent: (number: string) => void }) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { now } = useOffice();
  const today = dayOf(now);
  const holder = useHolder();
  const { owners, ownerName } = useOwners();
  const [address] = useSearchParams();
  const { send, sending, refusals } = useMove(RequestGrantDocument);
  const [{ data }] = useQuery({ query: AgreementsDocument, variables: { first: 50 } });
  const agreements = (data?.agreements?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ endedAt }) => !endedAt);
  const form = useForm<Asked>({
    initialValues: askedBy(address, holder?.unit ?? "", today, text.forCase),
    validate: (asked) =>
      Object.fromEntries(
        Object.entries(problemsOf(asked, today)).map(([field, problem]) => [
          field,
          problem?.[language] ?? null,
        ]),
      ),
  });
  const own = owners.find(({ unit }) => holder?.unit.endsWith(`-${unit}`))?.subgraph;
  const { owner, rows } = form.getValues();
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(async (asked) => {
        const answer = await send({ input: inputOf(asked) });
        if (answer) sent(answer.requestDataGrant.number);
      })}
    >
      <Stack className={classes.narrow ?? ""}>
        <Select
          label={text.owner}
          withAsterisk
          data={grantingOwners
            .filter((each) => each !== own)
            .map((each) => ({ value: each, label: ownerName(each) }))}
          {...form.getInputProps("owner")}
          onChange={(value) => form.setValues({ owner: value ?? "", coordinates: [], clear: [] })}
        />
        <ExtentFields form={form} owner={owner} />
        <Radio.Group
          label={text.rows}
          description={rows === "THIS_CASE" ? text.thisCase : undefined}
          withAsterisk
          {...form.getInputProps("rows")}
        >
          <Group gap="md" mt={4}>
            {scopes.map((scope) => (
              <Radio key={scope} value={scope} label={term(Rows, scope)} />
            ))}
          </Group>
        </Radio.Group>
        <TagsInput
          label={text.purposes}
          description={text.purposesAbout}
          withAsterisk
          data={agreements.map(({ number }) => number)}
          {...form.getInputProps("purposes")}
        />
        {agreements.length > 0 ? (
          <Text size="xs" c="dimmed">
            {text.agreements} {agreements.map(({ number, purpose }) => `${number} ${purpose}`).join("；")}
          </Text>
        ) : null}
        <Consumer unit={holder?.unit ?? ""} form={form} />
        <MultiSelect
          label={text.posts}
          description={text.postsAbout}
          data={posts.map((post) => ({ value: post, label: term(Post, post) }))}
          {...form.getInputProps("posts")}
        />
        <Textarea label={text.reason} withAsterisk autosize minRows={3} {...form.getInputProps("reason")} />
        <Refusals refusals={refusals} />
        <Group>
          <Button type="submit" loading={sending}>
            {text.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who is to read: a unit asks for itself alone, a division's leader for every division within theirs as well. */
function Consumer({ unit, form }: { unit: string; form: ReturnType<typeof useForm<Asked>> }) {
  const text = useText(said);
  const unitName = useUnitNames([unit]);
  if (/^\d+$/.test(unit)) {
    return (
      <PlaceChoice
        label={text.consumer}
        description={text.consumerAbout}
        value={form.getValues().consumer}
        within={unit}
        onChange={(code) => form.setFieldValue("consumer", code)}
      />
    );
  }
  return (
    <Input.Wrapper label={text.consumer} labelElement="div">
      <Text size="sm">{unitName(unit)}</Text>
    </Input.Wrapper>
  );
}
