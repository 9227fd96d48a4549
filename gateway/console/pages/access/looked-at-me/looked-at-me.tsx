import { Alert, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { refusalsOf } from "../../../graph/refusal.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { AccessPage } from "../access-page.tsx";
import type { Standing } from "../standing.ts";
import { LookList } from "./look-list.tsx";
import { LookedAtMeDocument } from "./looked-at-me.graphql.ts";
import { LookedAtMeElsewhereDocument } from "./looked-at-me-elsewhere.graphql.ts";
import { MyEntriesDocument } from "./my-entries.graphql.ts";

const said = texts(
  {
    title: "Who looked at my data",
    about: "Which unit read what about you, when, and what for. The unit answers for its people.",
    none: "Nobody has looked",
    noneAbout:
      "Whenever somebody in office reads data about you, it stands here: which unit, when, what, and on which ground. What you read yourself is left out.",
    elsewhere: "In districts that have you on record as no resident",
    later:
      "Where public security must hold something back for a case, it is shown later, six months at most.",
  },
  {
    title: "谁查过我的数据",
    about: "哪个单位在何时、为何事查阅了关于您的哪些数据，由查阅单位对其人员负责。",
    none: "还没有人查阅过",
    noneAbout:
      "凡有工作人员查阅关于您的数据，都会列在这里：哪个单位、什么时间、查了什么、凭什么依据。您本人的查询不计。",
    elsewhere: "未登记为居民的区县",
    later: "公安机关因办案须延迟告知的，期满后显示，最长六个月。",
  },
);

const PAGE = 30;

/** A resident's page: who looked at them, by each district that has them on record, and elsewhere. */
export function LookedAtMe({ standing }: { standing: Standing }) {
  const text = useText(said);
  const [{ data, fetching, error }, again] = useQuery({ query: MyEntriesDocument });
  const [found, setFound] = useState<Readonly<Record<string, boolean>>>({});
  const known = useCallback(
    (list: string, any: boolean) =>
      setFound((before) => (before[list] === any ? before : { ...before, [list]: any })),
    [],
  );
  const entries = data?.me ?? [];
  const lists = [...entries.map(({ id }) => id), "elsewhere"];
  const nothing = Boolean(data) && lists.every((list) => found[list] === false);
  return (
    <AccessPage standing={standing} title={text.title} about={text.about}>
      <Refusals refusals={refusalsOf(error)} retry={() => again({ requestPolicy: "network-only" })} />
      {fetching && !data ? <Waiting lines={8} height={36} /> : null}
      {nothing ? <Empty title={text.none}>{text.noneAbout}</Empty> : null}
      {entries.map(({ id }, index) => (
        <Here key={id} {...{ id, index, known }} />
      ))}
      {data || error ? <Elsewhere title={text.elsewhere} known={known} /> : null}
      <Alert color="gray" variant="light">
        <Text size="sm">{text.later}</Text>
      </Alert>
    </AccessPage>
  );
}

type Known = (list: string, any: boolean) => void;

function Here({ id, index, known }: { id: string; index: number; known: Known }) {
  const pages = usePages(LookedAtMeDocument, { first: PAGE }, ({ me }) => me?.[index]?.accesses);
  const mine = useCallback((any: boolean) => known(id, any), [known, id]);
  return <LookList pages={pages} known={mine} />;
}

function Elsewhere({ title, known }: { title: string; known: Known }) {
  const pages = usePages(
    LookedAtMeElsewhereDocument,
    { first: PAGE },
    ({ accessesElsewhere }) => accessesElsewhere,
  );
  const mine = useCallback((any: boolean) => known("elsewhere", any), [known]);
  return <LookList pages={pages} title={title} known={mine} />;
}
