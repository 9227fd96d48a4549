import { texts, useText } from "../../language/language.tsx";
import { BarTable } from "../../parts/bar-table.tsx";
import { ScrolledTable } from "../../parts/chart-or-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { useNameOrCode } from "../../parts/name-or-code.ts";
import { Panel } from "../../parts/panel.tsx";
import { whistleList } from "./lists.ts";
import { OverviewUnitsDocument, type OverviewUnitsQuery } from "./units.graphql.ts";
import { useFigures } from "./use-figures.ts";
import type { View } from "./view.ts";
import { WhenThere } from "./when-there.tsx";

const said = texts(
  {
    title: "On time, by called unit",
    about: "Parts in whistles blown in the period, those with most late first",
    unit: "Unit",
    onTime: "On time",
    late: "Late",
    running: "Running",
    untimed: "Untimed",
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
    none: "期内此处没有单位被吹哨",
    wider: "可换更长时段或上级区划。",
  },
);

const HEIGHT = 280;

type Units = NonNullable<OverviewUnitsQuery["whistleCounts"]>["units"];

/** How each unit that was called keeps its clocks: the parts of a bar add up to how often it was called. */
export function Departments({ view }: { view: View }) {
  const text = useText(said);
  const { data, ...asked } = useFigures(OverviewUnitsDocument, {
    division: view.place,
    from: view.from,
    until: view.until,
  });
  return (
    <Panel title={text.title} about={text.about}>
      <WhenThere value={data?.whistleCounts?.units} {...asked} height={HEIGHT}>
        {(units) => (
          <ScrolledTable label={text.title} height={HEIGHT}>
            {units.length === 0 ? (
              <Empty title={text.none}>{text.wider}</Empty>
            ) : (
              <UnitTable view={view} units={units} />
            )}
          </ScrolledTable>
        )}
      </WhenThere>
    </Panel>
  );
}

function UnitTable({ view, units }: { view: View; units: Units }) {
  const text = useText(said);
  const nameOrCode = useNameOrCode();
  const rows = latestFirst(units).flatMap(({ unit, named, ...counts }) => {
    // The code comes with the count itself; the name, of another system, may be missing.
    if (!unit) return [];
    const list = (timeliness?: string) =>
      whistleList(view, { calls: unit.code, ...(timeliness ? { timeliness } : {}) });
    return {
      key: unit.code,
      label: nameOrCode(unit.code, named?.name),
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
  );
}

const latestFirst = (units: Units): Units =>
  [...units].sort((one, other) => other.late - one.late || other.called - one.called);
