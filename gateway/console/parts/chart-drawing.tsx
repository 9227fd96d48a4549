import { useMantineTheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useChartColours } from "./chart-colours.ts";
import { type ECharts, init, registerMap } from "./chart-library.ts";
import type { ChartProps } from "./chart-props.ts";

type Drawing = Pick<ChartProps, "option" | "map" | "onChoose">;

/** The library and what it draws, apart from the page: it is as large as all the rest together, and comes after. */
export function ChartDrawing(drawing: Drawing) {
  const [tells, setTells] = useState(false);
  const pointed = (): void => void import("./chart-tooltip.ts").then(() => setTells(true));
  return (
    <div style={{ width: "100%", height: "100%" }} onPointerEnter={pointed}>
      {/* A chart has the parts there were when it was made: it is made anew when it can tell what is under a pointer. */}
      <Drawn key={String(tells)} {...drawing} />
    </div>
  );
}

function Drawn({ option, map, onChoose }: Drawing) {
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
