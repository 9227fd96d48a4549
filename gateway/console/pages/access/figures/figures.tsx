import { Group, Select, SimpleGrid, Text } from "@mantine/core";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { saying } from "../../../frame/saying.ts";
import { refusalsOf } from "../../../graph/refusal.ts";
import { coordinateText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { dayOf, dayText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { AccessPage } from "../access-page.tsx";
import { Ground } from "../ground.tsx";
import { asDays, type Period, periodNamed } from "../period.ts";
import { PeriodChoice } from "../period-choice.tsx";
import { OwnerBoardsDocument } from "../records/owner-boards.graphql.ts";
import type { Standing } from "../standing.ts";
import { Bars } from "./bars.tsx";
import { AccessFiguresDocument } from "./figures.graphql.ts";
import { UnusualList } from "./unusual-list.tsx";

const said = texts(
  {
    title: "Access figures",
    about:
      "How often your data was read, by whom, what, and on which ground. Every figure opens its records.",
    subgraph: "Data of",
    all: "All",
    byUnit: "By reading unit",
    byField: "By field",
    byBasis: "By basis",
    byDay: "By day",
    unit: "Unit",
    field: "Field",
    basis: "Basis",
    day: "Day",
    noBasis: "No basis stated",
    none: "Nothing was read in these days",
    accesses: (count: number) => `${count} ${count === 1 ? "access" : "accesses"}`,
    ofThem: ", of them ",
    withheld: (count: number) => `${count} withheld`,
  },
  {
    title: "访问统计",
    about: "本单位数据被谁查阅、查阅了什么、凭什么依据、多少次。点击数字可查看对应记录。",
    subgraph: "数据所属",
    all: "全部",
    byUnit: "按使用单位",
    byField: "按字段",
    byBasis: "按依据",
    byDay: "按日",
    unit: "单位",
    field: "字段",
    basis: "依据",
    day: "日期",
    noBasis: "未说明依据",
    none: "所选日期内没有访问",
    accesses: (count: number) => `共访问 ${count} 次`,
    ofThem: "，其中",
    withheld: (count: number) => `未提供 ${count} 次`,
  },
);

/** Accesses to an owner's data added up, and what of it is unusual. */
export function Figures({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { now } = useOffice();
  const { ownerName } = useOwners();
  const [address, setAddress] = useSearchParams();
  const period = periodNamed(address, dayOf(now));
  const subgraph = address.get("subgraph") ?? undefined;
  const [{ data }] = useQuery({ query: OwnerBoardsDocument });
  const subgraphs = data?.ownerDashboards?.map((board) => board.subgraph) ?? [];
  return (
    <AccessPage standing={standing} title={text.title} about={text.about}>
      <Group align="flex-end" gap="sm">
        <PeriodChoice />
        {subgraphs.length > 1 ? (
          <Select
            label={text.subgraph}
            placeholder={text.all}
            clearable
            data={subgraphs.map((value) => ({ value, label: ownerName(value) }))}
            value={subgraph ?? null}
            onChange={(value) => setAddress((before) => saying(before, "subgraph", value), { replace: true })}
          />
        ) : null}
      </Group>
      <UnusualList period={period} subgraph={subgraph} />
      <Totals period={period} subgraph={subgraph} />
    </AccessPage>
  );
}

function Totals({ period, subgraph }: { period: Period; subgraph: string | undefined }) {
  const text = useText(said);
  const { language } = useLanguage();
  const [{ data, fetching, error }, again] = useQuery({
    query: AccessFiguresDocument,
    variables: { period: { ...asDays(period), ...(subgraph ? { subgraph } : {}) } },
  });
  const unitName = useUnitNames(data?.byUnit?.map(({ key }) => key) ?? []);
  /** The address of the records behind a figure, by what they have in common. */
  const records = (named: Readonly<Record<string, string>>, withheld = false) =>
    `/access?${new URLSearchParams({
      ...period,
      ...named,
      ...(subgraph ? { subgraph } : {}),
      ...(withheld ? { outcome: "WITHHELD" } : {}),
    })}`;
  const days = (key: string) => ({ from: key, until: key });
  if (fetching && !data) return <Waiting lines={14} height={32} />;
  return (
    <>
      <Refusals refusals={refusalsOf(error)} retry={() => again({ requestPolicy: "network-only" })} />
      {data?.byDay?.length === 0 ? <Empty title={text.none} /> : null}
      {data?.byDay && data.byDay.length > 0 ? (
        <>
          <Text>
            <Link href={records({})}>{text.accesses(sum(data.byDay.map(({ accesses }) => accesses)))}</Link>
            {text.ofThem}
            <Link href={records({}, true)}>
              {text.withheld(sum(data.byDay.map(({ withheld }) => withheld)))}
            </Link>
          </Text>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
            <Bars
              caption={text.byUnit}
              what={text.unit}
              totals={data.byUnit ?? []}
              nameOf={unitName}
              recordsOf={(consumer, withheld) => records({ consumer }, withheld)}
            />
            <Bars
              caption={text.byField}
              what={text.field}
              totals={data.byField ?? []}
              nameOf={(key) => coordinateText(key, language)}
              recordsOf={(field, withheld) => records({ field }, withheld)}
            />
            <Bars
              caption={text.byBasis}
              what={text.basis}
              totals={data.byBasis ?? []}
              nameOf={(key) => (key === "" ? text.noBasis : <Ground number={key} />)}
              recordsOf={(basis, withheld) => records({ basis }, withheld)}
            />
            <Bars
              caption={text.byDay}
              what={text.day}
              totals={data.byDay.toReversed()}
              nameOf={(key) => dayText(key, language)}
              recordsOf={(key, withheld) => records(days(key), withheld)}
            />
          </SimpleGrid>
        </>
      ) : null}
    </>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
