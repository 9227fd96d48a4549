import { Button, Group, List, Paper, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { saying } from "../../../frame/saying.ts";
import { refusalsOf } from "../../../graph/refusal.ts";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { CasePart } from "../../../language/terms.ts";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { CaseAccessesDocument } from "./case-accesses.graphql.ts";

const said = texts(
  {
    title: "What is open in a case now",
    case: "Case number",
    look: "Look",
    none: "Nothing is open by a rule in this case now: it is over, or no rule opens anything to its parts.",
    unknown: "There is no such case that you may see.",
    closed: (reason: string) => `closed to this unit: ${reason}`,
    mayRead: (unit: string, parts: string, owner: string, what: string) =>
      `${unit} (${parts}) may read of ${owner}: ${what}`,
    ask: "Ask the owner for more",
  },
  {
    title: "某案当前开放的内容",
    case: "工单编号",
    look: "查看",
    none: "本案当前没有按规则开放的内容：案件已结束，或没有规则对其角色开放。",
    unknown: "没有您可见的该案件。",
    closed: (reason: string) => `已对该单位关闭：${reason}`,
    mayRead: (unit: string, parts: string, owner: string, what: string) =>
      `${unit}（${parts}）可查阅${owner}的${what}`,
    ask: "申请更多",
  },
);

/** Who may read what in one case at this instant, as far as it concerns the holder; the case stands in the address. */
export function CaseOpen() {
  const text = useText(said);
  const [address, setAddress] = useSearchParams();
  const number = address.get("case") ?? "";
  const [typed, setTyped] = useState(number);
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} size="h4" mb="xs">
        {text.title}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAddress((before) => saying(before, "case", typed.trim()), { replace: true });
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={text.case}
            w={{ base: "100%", xs: 260 }}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {text.look}
          </Button>
        </Group>
      </form>
      {number ? <OpenIn number={number} /> : null}
    </Paper>
  );
}

function OpenIn({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const [{ data, fetching, error }, again] = useQuery({
    query: CaseAccessesDocument,
    variables: { number },
  });
  if (fetching && !data) return <Waiting lines={3} />;
  const accesses = data?.ticket?.caseAccesses;
  const list = language === "zh" ? "、" : ", ";
  return (
    <>
      <Refusals refusals={refusalsOf(error)} retry={() => again({ requestPolicy: "network-only" })} />
      {data && !data.ticket && !error ? <Text size="sm">{text.unknown}</Text> : null}
      {accesses?.length === 0 ? <Text size="sm">{text.none}</Text> : null}
      <List size="sm" mt="xs" spacing={4}>
        {accesses?.map(({ parts, unit, rule, exclusion }) => (
          <List.Item key={`${unit?.code} ${rule.number}`}>
            {text.mayRead(
              unit?.name ?? "",
              parts.map((part) => term(CasePart, part)).join(list),
              ownerName(rule.owner),
              coordinatesText(rule.coordinates, language),
            )}
            {exclusion ? (
              <Text span size="sm" fw={600}>
                {" "}
                {text.closed(exclusion.reason)}
              </Text>
            ) : null}
          </List.Item>
        ))}
      </List>
      {data?.ticket ? (
        <Text size="sm" mt="xs">
          <Link href={`/access/ask?case=${number}`}>{text.ask}</Link>
        </Text>
      ) : null}
    </>
  );
}
