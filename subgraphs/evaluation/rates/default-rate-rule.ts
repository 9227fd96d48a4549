import { BaseWeighting, DayBoundary, DeductionCounting, everyDistrict, RateRule } from "./rate-rule.ts";

/**
 * Where a district has set nothing: the weights one hotline is known to use (0.1, 0.5, 0.4; basically satisfied 0.9;
 * noon to noon), and one point for each whole percentage point, a weighting ZY-19 leaves open.
 */
const defaults: Omit<RateRule, "district" | `${string}Share` | "pointsPerPercentagePointShown"> = {
  districtCode: everyDistrict,
  version: 1,
  validFrom: "1992-01-01",
  responseWeight: 100,
  solvedWeight: 500,
  satisfiedWeight: 400,
  basicallySatisfiedFactor: 900,
  dayBoundary: DayBoundary.NOON,
  baseWeighting: BaseWeighting.RATED_TICKETS,
  pointsPerPercentagePoint: 1000,
  deductionCounting: DeductionCounting.WHOLE_POINTS,
};

export const defaultRateRule: RateRule = Object.assign(new RateRule(), defaults);
