import { Anchor, Group, SegmentedControl, Text } from "@mantine/core";
import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { Chart } from "../../parts/chart.tsx";
import type { ChartColours } from "../../parts/chart-colours.ts";
import { ScrolledTable, useChartOrTable } from "../../parts/chart-or-table.tsx";
import { decals } from "../../parts/chart-pattern.ts";
import { SeriesSwatch } from "../../parts/chart-swatch.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { OverviewIntakeDocument } from "./intake.graphql.ts";
import { type Intake, intakeOf } from "./intake-series.ts";
import { IntakeTable } from "./intake-table.tsx";
import { intakeList, ticketList } from "./lists.ts";
import { useFigures } from "./use-figures.ts";
import type { View } from "./view.ts";
import { WhenThere } from "./when-there.tsx";

const said = texts(
  {
    title: "Intake by channel",
    hour: "By hour of the day",
    day: "By day",
    by: "Counted",
    others: "Other channels",
    none: "Nothing was received here in the period",
    wider: "Choose a longer period or a wider place.",
    seen: (received: number, busiest: string, count: number) =>
      `Stacked bars of ${received} tickets received; most at ${busiest}: ${count}. The table has every figure.`,
  },
  {
    title: "受理量与渠道",
    hour: "按时段",
    day: "按日",
    by: "口径",
    others: "其他渠道",
    none: "期内此处没有受理工单",
    wider: "可换更长时段或上级区划。",
    seen: (received: number, busiest: string, count: number) =>
      `堆叠柱图，共受理 ${received} 件；最多为 ${busiest}，${count} 件。各数见表。`,
  },
);

const HEIGHT = 320;
/** How high the lines under the bars are that say which channel is which. */
const LEGEND = 64;
const REST = "REST";

/** What came in when, and by which way: a bar for each hour or day, a part of it for each channel. */
export function IntakePanel({ view }: { view: View }) {
  const text = useText(said);
  const [search, setSearch] = useSearchParams();
  const by = search.get("by") === "day" ? "DAY" : "HOUR_OF_DAY";
  const { shown, choice } = useChartOrTable();
  const { data, refusals, again } = useFigures(OverviewIntakeDocument, {
    division: view.place,
    from: view.from,
    until: view.until,
    by,
  });
  const counts = data?.ticketCounts;
  const fits = counts?.intake[0] && (counts.intake[0].day === null) === (by === "HOUR_OF_DAY");
  const tools = (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={text.by}
        value={by}
        onChange={(value) =>
          setSearch((before) => {
            const next = new URLSearchParams(before);
            if (value === "DAY") next.set("by", "day");
            else next.delete("by");
            return next;
          })
        }
        data={[
          { value: "HOUR_OF_DAY", label: text.hour },
          { value: "DAY", label: text.day },
        ]}
      />
      {choice}
    </Group>
  );
  return (
    <Panel title={text.title} tools={tools}>
      <WhenThere value={fits ? counts : undefined} refusals={refusals} again={again} height={HEIGHT}>
        {(counted) =>
          shown === "table" ? (
            <ScrolledTable label={text.title} height={HEIGHT}>
              <IntakeTable view={view} intake={intakeOf(counted, Number.POSITIVE_INFINITY)} />
            </ScrolledTable>
          ) : (
            <IntakeChart view={view} intake={intakeOf(counted)} received={counted.received} />
          )
        }
      </WhenThere>
    </Panel>
  );
}

function IntakeChart({ view, intake, received }: { view: View; intake: Intake; received: number }) {
  const text = useText(said);
  const { language } = useLanguage();
  const [, go] = useLocation();
  // What is drawn is made again only when something in it is another: drawing takes longer than comparing.
  const drawn = JSON.stringify(intake);
  const option = useCallback(
    (colours: ChartColours) => bars(JSON.parse(drawn) as Intake, language, text.others, colours),
    [drawn, language, text],
  );
  const label = useMemo(() => {
    const most = Math.max(0, ...intake.totals);
    return text.seen(received, intake.spans[intake.totals.indexOf(most)] ?? "", most);
  }, [intake, received, text]);
  if (received === 0) {
    return (
      <div style={{ height: HEIGHT }}>
        <Empty title={text.none}>{text.wider}</Empty>
      </div>
    );
  }
  return (
    <>
      <Chart
        height={HEIGHT - LEGEND}
        label={label}
        option={option}
        onChoose={({ name, series }) => {
          const chosen = intake.series.find(({ channel }) => (channel?.code ?? REST) === series);
          if (chosen) go(intakeList(view, name, chosen.narrowing));
        }}
      />
      <Group gap="sm" h={LEGEND} style={{ rowGap: 0, overflow: "auto" }} align="center">
        {intake.series.map(({ channel, narrowing, total }, index) => (
          <Group key={channel?.code ?? REST} gap={4} wrap="nowrap">
            <SeriesSwatch index={index} />
            <Text size="xs">
              {channel ? (language === "zh" ? channel.nameZh : channel.name) : text.others}{" "}
              <Anchor component={Link} href={ticketList(view, narrowing)} inherit underline="always">
                {total}
              </Anchor>
            </Text>
          </Group>
        ))}
      </Group>
    </>
  );
}

function bars(
  { spans, series }: Intake,
  language: "zh" | "en",
  others: string,
  colours: ChartColours,
): EChartsCoreOption {
  const axis = { axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.dimmed } };
  return {
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals } },
    color: [...colours.series],
    grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text },
    },
    xAxis: { type: "category", data: spans, ...axis, axisTick: { show: false } },
    yAxis: { type: "value", minInterval: 1, ...axis, splitLine: { lineStyle: { color: colours.line } } },
    series: series.map(({ channel, counts }) => ({
      type: "bar",
      stack: "received",
      id: channel?.code ?? REST,
      name: channel ? (language === "zh" ? channel.nameZh : channel.name) : others,
      cursor: "pointer",
      barMaxWidth: 28,
      data: counts.map((count) => count || null),
    })),
  };
}
