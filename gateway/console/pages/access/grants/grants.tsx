import { Button, Group, SegmentedControl, Select, Switch } from "@mantine/core";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { saying } from "../../../frame/saying.ts";
import { refusalsOf } from "../../../graph/refusal.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DataGrantState } from "../../../language/terms.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import classes from "../access.module.css";
import { AccessPage } from "../access-page.tsx";
import { NumberedRows } from "../numbered-rows.tsx";
import type { Standing } from "../standing.ts";
import { Told } from "../told.tsx";
import { Decide } from "./decide.tsx";
import { OneDataGrantDocument } from "./grant.graphql.ts";
import { GrantRow } from "./grant-row.tsx";
import { DataGrantsDocument } from "./grants.graphql.ts";

const said = texts(
  {
    title: "Data grants",
    owner: "What others asked to read of your data, what you let them, and what has ended.",
    others: "What your unit asked to read of others' data, and where it stands.",
    all: "All",
    inForce: "In force",
    soon: "Only what ends within 30 days",
    ofOwner: "Data of",
    list: "Data grants",
    ask: "Ask for a grant",
    none: "No data grant here",
    noneOwner: "Nobody asked for one in this state.",
    noneOthers: "Your unit asked for none in this state.",
    one: (number: string) => `Only ${number}`,
    every: "Show all",
    unknown: (number: string) => `There is no data grant ${number} that your unit takes part in.`,
  },
  {
    title: "数据授权",
    owner: "其他单位申请查阅本单位数据的情况：待决定、有效和已结束的授权。",
    others: "本单位申请查阅其他单位数据的情况和进展。",
    all: "全部",
    inForce: "有效",
    soon: "仅看 30 日内到期",
    ofOwner: "数据所属",
    list: "数据授权",
    ask: "申请授权",
    none: "没有数据授权",
    noneOwner: "没有处于该状态的申请或授权。",
    noneOthers: "本单位没有处于该状态的申请。",
    one: (number: string) => `仅显示 ${number}`,
    every: "显示全部",
    unknown: (number: string) => `没有本单位参与的数据授权 ${number}。`,
  },
);

const states = ["REQUESTED", "APPROVED", "REFUSED", "REVOKED"] as const;

/** Grants that end within so many days end soon, as an owner's figures count them. */
const soon = 30;

/** Grants asked for, in force and ended: an owner decides them, whoever asked sees where they stand. */
export function Grants({ standing }: { standing: Standing }) {
  const text = useText(said);
  const term = useTerm();
  const { owners, ownerName } = useOwners();
  const [address, setAddress] = useSearchParams();
  const [told, setTold] = useState<string>();
  const [turn, setTurn] = useState(0);
  const done = useCallback((what: string) => {
    setTold(what);
    setTurn((before) => before + 1);
  }, []);
  const say = (name: string, value: string | null) => {
    setTold(undefined);
    setAddress((before) => saying(before, name, value), { replace: true });
  };
  const number = address.get("number");
  return (
    <AccessPage
      standing={standing}
      title={text.title}
      about={standing.owner ? text.owner : text.others}
      tools={
        standing.mayAsk ? (
          <Button component={Link} href="/access/ask">
            {text.ask}
          </Button>
        ) : null
      }
    >
      <Told what={told} />
      {number ? (
        <>
          <Group>
            {text.one(number)}
            <Button size="xs" variant="default" onClick={() => say("number", null)}>
              {text.every}
            </Button>
          </Group>
          <OneGrant key={turn} {...{ number, standing, done }} />
        </>
      ) : (
        <>
          <Group align="flex-end" gap="sm">
            <SegmentedControl
              aria-label={text.title}
              className={classes.choice ?? ""}
              value={address.get("show") ?? ""}
              onChange={(value) => say("show", value)}
              data={[
                { value: "", label: text.all },
                { value: "IN_FORCE", label: text.inForce },
                ...states.map((state) => ({ value: state, label: term(DataGrantState, state) })),
              ]}
            />
            {standing.owner && !standing.bureau ? null : (
              <Select
                aria-label={text.ofOwner}
                placeholder={text.ofOwner}
                clearable
                data={owners.map(({ subgraph }) => ({ value: subgraph, label: ownerName(subgraph) }))}
                value={address.get("owner")}
                onChange={(value) => say("owner", value)}
              />
            )}
          </Group>
          {address.get("show") === "IN_FORCE" ? (
            <Switch
              label={text.soon}
              checked={address.has("soon")}
              onChange={({ currentTarget }) => say("soon", currentTarget.checked ? "true" : null)}
            />
          ) : null}
          <GrantList key={turn} {...{ standing, done, address }} />
        </>
      )}
    </AccessPage>
  );
}

interface ListProps {
  readonly standing: Standing;
  readonly done: (what: string) => void;
}

function GrantList({ standing, done, address }: ListProps & { address: URLSearchParams }) {
  const text = useText(said);
  const { now } = useOffice();
  const show = address.get("show");
  const state = states.find((each) => each === show);
  const owner = address.get("owner");
  // As it was when the list began: another instant would begin it anew.
  const [soonest] = useState(() => new Date(now.getTime() + soon * 86_400_000).toISOString());
  const open = { inForce: true, brokenGlass: false };
  const pages = usePages(
    DataGrantsDocument,
    {
      filter: {
        ...(state ? { state } : {}),
        ...(owner ? { owner } : {}),
        ...(show === "IN_FORCE" ? open : {}),
        ...(show === "IN_FORCE" && address.has("soon") ? { endsBefore: soonest } : {}),
      },
      first: 30,
    },
    ({ dataGrants }) => dataGrants,
  );
  return (
    <NumberedRows
      pages={pages}
      label={text.list}
      none={text.none}
      noneAbout={standing.owner ? text.noneOwner : text.noneOthers}
      render={(grant) => (
        <GrantRow grant={grant}>
          <Decide {...{ grant, standing, done }} />
        </GrantRow>
      )}
    />
  );
}

function OneGrant({ number, standing, done }: ListProps & { number: string }) {
  const text = useText(said);
  const [{ data, fetching, error }, again] = useQuery({
    query: OneDataGrantDocument,
    variables: { number },
    requestPolicy: "network-only",
  });
  const grant = data?.dataGrant;
  if (fetching && !grant) return <Waiting lines={6} />;
  return (
    <>
      <Refusals refusals={refusalsOf(error)} retry={() => again()} />
      {grant ? (
        <GrantRow grant={grant}>
          <Decide {...{ grant, standing, done }} />
        </GrantRow>
      ) : null}
      {!grant && !error ? <Empty title={text.unknown(number)} /> : null}
    </>
  );
}
