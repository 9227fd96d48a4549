import { useChartColours } from "./chart-colours.ts";
import classes from "./chart-pattern.module.css";
import { patternClasses } from "./chart-pattern.ts";

/** What a series of a chart looks like, beside its name in a legend. */
export function SeriesSwatch({ index }: { index: number }) {
  const { series } = useChartColours();
  const pattern = patternClasses[index % patternClasses.length] ?? "plain";
  return (
    <span
      className={`${classes.swatch} ${classes[pattern] ?? ""}`}
      style={{ backgroundColor: series[index % series.length] }}
      aria-hidden="true"
    />
  );
}

/** A colour of the scale from little to much. */
export function ScaleSwatch({ step }: { step: number }) {
  const { scale, dimmed } = useChartColours();
  return (
    <span
      className={classes.swatch}
      style={{ backgroundColor: scale[step], outline: `1px solid ${dimmed}` }}
      aria-hidden="true"
    />
  );
}
