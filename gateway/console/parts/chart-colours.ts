import { useComputedColorScheme } from "@mantine/core";

/** What a chart is drawn with: it takes no style sheets, so the theme's colours are told to it. */
export interface ChartColours {
  readonly text: string;
  readonly dimmed: string;
  readonly line: string;
  readonly surface: string;
  /** Of series, each at least 3:1 against the surface and told from its neighbours by brightness too. */
  readonly series: readonly string[];
  /** From nothing to much, five of them. */
  readonly scale: readonly string[];
}

const light: ChartColours = {
  text: "#212529",
  dimmed: "#5c636a",
  line: "#ced4da",
  surface: "#ffffff",
  series: ["#1864ab", "#d9480f", "#2b8a3e", "#862e9c", "#0b7285", "#a61e4d", "#6c757d"],
  scale: ["#f1f3f5", "#cfe3f6", "#92c1ec", "#4a96d9", "#1864ab"],
};

const dark: ChartColours = {
  text: "#e9ecef",
  dimmed: "#adb5bd",
  line: "#495057",
  surface: "#242424",
  series: ["#74c0fc", "#ff922b", "#69db7c", "#da77f2", "#3bc9db", "#faa2c1", "#adb5bd"],
  scale: ["#2b2f33", "#24435f", "#235f93", "#3a8bd0", "#8fcbfb"],
};

export const useChartColours = (): ChartColours =>
  useComputedColorScheme("light") === "dark" ? dark : light;
