import { useMantineTheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useChartColours } from "./chart-colours.ts";
import { type ECharts, init, registerMap } from "./chart-library.ts";
import type { ChartProps } from "./chart-props.ts";

/** The library and what it draws, apart from the page: it is as large as all the rest together, and comes after. */
export function ChartDrawing({ option, map, onChoose }: Pick<ChartProps, "option" | "map" | "onChoose">) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const colours = useChartColours();
  // Written out: how much room a text takes is measured apart from the page, where nothing is inherited.
  const { fontFamily } = useMantineTheme();
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const [tells, setTells] = useState(false);
  const pointed = (): void => void import("./chart-tooltip.ts").then(() => setTells(true));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart has the parts there were when it was made.
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
  }, [tells]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is made anew is drawn anew.
  useEffect(() => {
    if (map) registerMap(map.name, map.shapes as Parameters<typeof registerMap>[1]);
    chart.current?.setOption(
      { animation: false, textStyle: { fontFamily }, ...option(colours) },
      { notMerge: true },
    );
  }, [option, map, colours, fontFamily, tells]);
  return <div ref={box} style={{ width: "100%", height: "100%" }} onPointerEnter={pointed} />;
}
