import { BarChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { short } from "./figures.ts";

use([BarChart, GridComponent, TitleComponent, SVGRenderer]);

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** How much it stands out. */
  readonly tone: "ours" | "peer" | "limit";
}

export interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const colours = { ours: "#c0392b", peer: "#5b7083", limit: "#b9c4cc" } as const;
const width = 960;
const barHeight = 26;
const titleHeight = 44;
const footHeight = 34;

export interface Axis {
  readonly unit: string;
  /** `log` where values differ by powers of ten. */
  readonly scale: "log" | "value";
}

/** Panels of horizontal bars, one above the other. */
export function bars(panels: readonly Panel[], { unit, scale }: Axis): string {
  let top = 0;
  const placed = panels.map((panel) => {
    const place = { ...panel, top, height: panel.bars.length * barHeight };
    top += titleHeight + place.height + footHeight;
    return place;
  });
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height: top });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: placed.map((panel) => ({
      text: panel.title,
      top: panel.top + 12,
      left: 12,
      textStyle: { fontSize: 14, fontWeight: "bold" },
    })),
    grid: placed.map((panel) => ({
      top: panel.top + titleHeight,
      height: panel.height,
      left: 290,
      right: 80,
    })),
    xAxis: placed.map((_, gridIndex) => ({
      type: scale,
      gridIndex,
      name: unit,
      nameGap: 8,
      ...(scale === "log" && { min: 10 }),
    })),
    yAxis: placed.map((panel, gridIndex) => ({
      type: "category",
      gridIndex,
      inverse: true,
      data: panel.bars.map(({ name }) => name),
      axisTick: { show: false },
    })),
    series: placed.map((panel, index) => ({
      type: "bar",
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: barHeight - 10,
      label: { show: true, position: "right", formatter: ({ value }: { value: number }) => short(value) },
      data: panel.bars.map(({ value, tone }) => ({ value, itemStyle: { color: colours[tone] } })),
    })),
  });
  const picture = chart.renderToSVGString();
  chart.dispose();
  return picture;
}
