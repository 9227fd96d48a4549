import type { EChartsCoreOption } from "echarts/core";
import type { ChartColours } from "./chart-colours.ts";

export interface ChartProps {
  /** What to draw, in the colours of the theme; made once and kept, for a new one is drawn anew. */
  readonly option: (colours: ChartColours) => EChartsCoreOption;
  /** What is seen, in a sentence, for those who do not: the figures themselves belong into a table beside it. */
  readonly label: string;
  readonly height: number;
  /** Shapes that a series of the type `map` names. */
  readonly map?: { readonly name: string; readonly shapes: object } | undefined;
  /** Somebody clicked on a part. What it does must be possible in the table too. */
  readonly onChoose?: (part: { readonly name: string; readonly series: string }) => void;
}
