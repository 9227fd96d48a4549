import { Group, Text } from "@mantine/core";
import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo } from "react";
import { texts, useText } from "../../language/language.tsx";
import { Chart } from "../../parts/chart.tsx";
import type { ChartColours } from "../../parts/chart-colours.ts";
import { ScaleSwatch } from "../../parts/chart-swatch.tsx";
import { Empty } from "../../parts/empty.tsx";
import { measureNames } from "./measure-names.ts";
import { type ScaleStep, scaleOfCounts, scaleOfRates, stepOf } from "./measure-scale.ts";
import { isRate, type Measure, type PlaceRow, valueText } from "./place-rows.ts";
import type { Shapes } from "./place-shapes.ts";

const said = texts(
  {
    seen: (measure: string, count: number, most: string) =>
      `Map of ${count} places coloured by ${measure}; most in ${most}. The table beside it has every figure.`,
    nowhere: "none",
    notDrawn: "No shapes are drawn here",
    table: "The table has the places.",
  },
  {
    seen: (measure: string, count: number, most: string) =>
      `按${measure}着色的示意图，共 ${count} 处，${most}最多。各数见旁表。`,
    nowhere: "无",
    notDrawn: "此处没有图形",
    table: "各处见表。",
  },
);

/** How high the line under the map is that says what its colours stand for. */
const LEGEND = 44;

/** The places below, each as dark as the measure is high, with its name and figure on it where there is room. */
export function PlaceMap({
  name,
  shapes,
  rows,
  measure,
  height,
  onChoose,
}: {
  name: string;
  shapes: Shapes;
  rows: readonly PlaceRow[];
  measure: Measure;
  height: number;
  onChoose: (row: PlaceRow) => void;
}) {
  const text = useText(said);
  const measureName = useText(measureNames)[measure];
  const map = useMemo(() => ({ name: `places ${name}`, shapes }), [name, shapes]);
  const drawn = JSON.stringify(rows);
  const highest = Math.max(0, ...rows.map(({ value }) => value ?? 0));
  const scale = useMemo(() => (isRate(measure) ? scaleOfRates : scaleOfCounts(highest)), [measure, highest]);
  const option = useCallback(
    (colours: ChartColours) =>
      coloured(map.name, JSON.parse(drawn), {
        scale,
        measure,
        measureName,
        latitude: middleOf(shapes),
        colours,
      }),
    [map, drawn, scale, measure, measureName, shapes],
  );
  if (shapes.features.length === 0) {
    return (
      <div style={{ height }}>
        <Empty title={text.notDrawn}>{text.table}</Empty>
      </div>
    );
  }
  const most = rows.reduce<PlaceRow | undefined>(
    (found, row) => ((row.value ?? 0) > (found?.value ?? 0) ? row : found),
    undefined,
  );
  return (
    <>
      <Chart
        height={height - LEGEND}
        map={map}
        label={text.seen(measureName, rows.length, most?.name ?? most?.code ?? text.nowhere)}
        option={option}
        onChoose={({ name: code }) => {
          const row = rows.find((each) => each.code === code);
          if (row) onChoose(row);
        }}
      />
      <Group gap="xs" h={LEGEND} align="center" aria-hidden="true">
        <Text size="xs">{measureName}</Text>
        {scale.map(({ from, to }, step) => (
          <Group key={from} gap={4} wrap="nowrap">
            <ScaleSwatch step={step} />
            <Text size="xs">{from === to ? from : `${from}–${to}`}</Text>
          </Group>
        ))}
      </Group>
    </>
  );
}

function coloured(
  map: string,
  rows: readonly PlaceRow[],
  {
    scale,
    measure,
    measureName,
    latitude,
    colours,
  }: {
    scale: readonly ScaleStep[];
    measure: Measure;
    measureName: string;
    latitude: number;
    colours: ChartColours;
  },
): EChartsCoreOption {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const textOf = (code: string) => {
    const row = byCode.get(code);
    return row ? `${row.name ?? row.code}\n${valueText(row.value, measure)}` : "";
  };
  return {
    tooltip: {
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text },
      // An element, for names are data and no markup.
      formatter: ({ name }: { name: string }) => {
        const row = byCode.get(name);
        const element = document.createElement("span");
        element.textContent = row
          ? `${row.name ?? row.code} · ${measureName} ${valueText(row.value, measure)}`
          : "";
        return element;
      },
    },
    series: [
      {
        type: "map",
        map,
        aspectScale: Math.cos((latitude * Math.PI) / 180),
        selectedMode: false,
        cursor: "pointer",
        layoutCenter: ["50%", "50%"],
        layoutSize: "96%",
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          fontSize: 11,
          lineHeight: 15,
          color: colours.text,
          textBorderColor: colours.surface,
          textBorderWidth: 3,
          formatter: ({ name }: { name: string }) => textOf(name),
        },
        itemStyle: { borderColor: colours.dimmed, borderWidth: 1, areaColor: colours.surface },
        emphasis: {
          label: { color: colours.text },
          itemStyle: { borderColor: colours.text, borderWidth: 2.5 },
        },
        data: rows.map(({ code, value }) => ({
          name: code,
          value,
          itemStyle: { areaColor: value === null ? colours.surface : colours.scale[stepOf(value, scale)] },
        })),
      },
    ],
  };
}

/** A degree of longitude is as much shorter than one of latitude as the place lies north. */
function middleOf({ features }: Shapes): number {
  const [position] = features[0]?.geometry.coordinates[0]?.[0] ?? [];
  return position?.[1] ?? 0;
}
