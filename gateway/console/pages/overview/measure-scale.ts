/** What one colour of the map stands for: values from the one to the other, both included. */
export interface ScaleStep {
  readonly from: number;
  readonly to: number;
}

/** As many colours as the map has, see `chart-colours.ts`. */
const STEPS = 5;

/** Counts up to the highest: nothing has a colour of its own, the rest is shared out evenly. */
export function scaleOfCounts(highest: number): readonly ScaleStep[] {
  const width = Math.max(1, Math.ceil(highest / (STEPS - 1)));
  const steps = Array.from({ length: STEPS - 1 }, (_, step) => ({
    from: step * width + 1,
    to: Math.min((step + 1) * width, highest),
  }));
  return [{ from: 0, to: 0 }, ...steps.filter(({ from }) => from <= highest)];
}

/** Rates by fifths of a hundred. */
export const scaleOfRates: readonly ScaleStep[] = Array.from({ length: STEPS }, (_, step) => ({
  from: step * 20,
  to: (step + 1) * 20,
}));

/** The step a value belongs to: of two that meet in it, the higher. */
export const stepOf = (value: number, scale: readonly ScaleStep[]): number =>
  scale.findLastIndex(({ from }) => value >= from);
