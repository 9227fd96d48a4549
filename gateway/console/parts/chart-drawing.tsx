import { useMantineTheme } from "@mantine/core";
import { BarChart, MapChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, registerMap, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useChartColours } from "./chart-colours.ts";
import type { ChartProps } from "./chart-props.ts";

// No more than is drawn: legends are the page's own, which can be read and followed without a pointer.
use([AriaComponent, BarChart, GridComponent, LabelLayout, MapChart, SVGRenderer, TooltipComponent]);

/** The library and what it draws, apart from the page: it is as large as all the rest together, and comes after. */
export function ChartDrawing({ option, map, onChoose }: Pick<ChartProps, "option" | "map" | "onChoose">) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const colours = useChartColours();
  // Written out: how much room a text takes is measured apart from the page, where nothing is inherited.
  const { fontFamily } = useMantineTheme();
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: "svg" });
    chart.current = made;
    made.on("click", ({ name, seriesId, seriesName }) =>
      choose.current?.({ name, series: seriesId ?? seriesName ?? "" }),
    );
    const watching = new ResizeObserver(() => made.resize());
    watching.observe(box.current);
    return () => {
      watching.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    if (map) registerMap(map.name, map.shapes as Parameters<typeof registerMap>[1]);
    chart.current?.setOption(
      { animation: false, textStyle: { fontFamily }, ...option(colours) },
      { notMerge: true },
    );
  }, [option, map, colours, fontFamily]);
  return <div ref={box} style={{ width: "100%", height: "100%" }} />;
}
