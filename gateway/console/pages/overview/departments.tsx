import { Skeleton } from "@mantine/core";
import { texts, useText } from "../../language/language.tsx";
import { BarTable } from "../../parts/bar-table.tsx";
import { ScrolledTable } from "../../parts/chart-or-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import type { OverviewCountsQuery } from "./counts.graphql.ts";
import { whistleList } from "./lists.ts";
import type { View } from "./view.ts";

const said = texts(
  {
    title: "On time, by called unit",
    about: "Parts in whistles blown in the period, the latest first",
    unit: "Unit",
    onTime: "On time",
    late: "Late",
    running: "Running",
    untimed: "Untimed",
    unknown: "Unit not to be looked up just now",
    none: "No unit was called here in the period",
    wider: "Choose a longer period or a wider place.",
  },
  {
    title: "应哨单位时效",
    about: "期内吹响的哨中各单位的办理时效，超时多者在前",
    unit: "应哨单位",
    onTime: "按时",
    late: "超时",
    running: "进行中",
    untimed: "无时限",
    unknown: "单位名称暂查不到",
    none: "期内此处没有单位被吹哨",
    wider: "可换更长时段或上级区划。",
  },
);

const HEIGHT = 280;

type Units = NonNullable<OverviewCountsQuery["whistleCounts"]>["units"];

/** How each unit that was called keeps its clocks: the parts of a bar add up to how often it was called. */
export function Departments({ view, units }: { view: View; units: Units | undefined }) {
  const text = useText(said);
  if (!units) {
    return (
      <Panel title={text.title} about={text.about}>
        <Skeleton h={HEIGHT} />
      </Panel>
    );
  }
  const rows = latestFirst(units).map(({ unit, ...counts }, index) => {
    // A unit that cannot be looked up has figures, but no code to list them by.
    const list = (timeliness?: string) =>
      unit ? whistleList(view, { calls: unit.code, ...(timeliness ? { timeliness } : {}) }) : undefined;
    return {
      key: unit?.code ?? `unknown ${index}`,
      label: unit?.name ?? text.unknown,
      href: list(),
      parts: {
        late: { count: counts.late, href: list("LATE") },
        running: { count: counts.running, href: list("RUNNING") },
        onTime: { count: counts.onTime, href: list("ON_TIME") },
        untimed: { count: counts.untimed, href: list("UNTIMED") },
      },
    };
  });
  return (
    <Panel title={text.title} about={text.about}>
      <ScrolledTable label={text.title} height={HEIGHT}>
        {rows.length === 0 ? (
          <Empty title={text.none}>{text.wider}</Empty>
        ) : (
          <BarTable
            caption={text.title}
            head={text.unit}
            parts={[
              { key: "late", label: text.late, look: "bad" },
              { key: "running", label: text.running, look: "going" },
              { key: "onTime", label: text.onTime, look: "good" },
              ...(units.some(({ untimed }) => untimed > 0)
                ? [{ key: "untimed", label: text.untimed, look: "none" as const }]
                : []),
            ]}
            rows={rows}
          />
        )}
      </ScrolledTable>
    </Panel>
  );
}

const latestFirst = (units: Units): Units =>
  [...units].sort((one, other) => other.late - one.late || other.called - one.called);
