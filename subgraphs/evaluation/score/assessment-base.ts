import { BaseWeighting, DeductionCounting, type RateRule } from "../rates/rate-rule.ts";
import { type RateCounts, satisfiedCount } from "../rates/three-rates.ts";
import { dividedBy, minus, plus, type Ratio, ratio, times, wholePart, zero } from "../ratio.ts";

/** What of a rule the base is made by. */
export type BaseRule = Pick<
  RateRule,
  "basicallySatisfiedFactor" | "baseWeighting" | "pointsPerPercentagePoint" | "deductionCounting"
>;

/** Where a unit stands against the base; all null when nobody rated it: no score, never 0 or 100. */
export interface Standing {
  /** In per cent of the call-backs that were rated. */
  readonly satisfaction: Ratio | null;
  /** Points off the responsibility assessment (责任制考核). */
  readonly deduction: Ratio | null;
}

export interface Assessment {
  /** 满意度考核基数, in per cent; null when no unit was rated. */
  readonly base: Ratio | null;
  readonly standings: ReadonlyMap<string, Standing>;
}

const ratedCount = ({ satisfied, basicallySatisfied, dissatisfied }: RateCounts): number =>
  satisfied + basicallySatisfied + dissatisfied;

const satisfactionOf = (counts: RateCounts, rule: BaseRule): Ratio | null =>
  ratedCount(counts) === 0
    ? null
    : times(dividedBy(satisfiedCount(counts, rule), ratio(ratedCount(counts))), ratio(100));

/**
 * ZY-19: the base is the weighted mean of all units' satisfaction, and each percentage point below it costs a unit
 * points. The source text gives neither the weights nor the points; the district's rule does.
 */
export function assess(units: ReadonlyMap<string, RateCounts>, rule: BaseRule): Assessment {
  const rated = [...units].map(([unit, counts]) => ({
    unit,
    satisfaction: satisfactionOf(counts, rule),
    weight: ratio(rule.baseWeighting === BaseWeighting.EQUAL ? 1 : ratedCount(counts)),
  }));
  const base = weightedMean(rated);
  const standings = rated.map(({ unit, satisfaction }): [string, Standing] => [
    unit,
    { satisfaction, deduction: base && satisfaction && deduction(base, satisfaction, rule) },
  ]);
  return { base, standings: new Map(standings) };
}

function weightedMean(rated: readonly { satisfaction: Ratio | null; weight: Ratio }[]): Ratio | null {
  let sum = zero;
  let weights = zero;
  for (const { satisfaction, weight } of rated) {
    if (!satisfaction) continue;
    sum = plus(sum, times(weight, satisfaction));
    weights = plus(weights, weight);
  }
  return weights.numerator === 0n ? null : dividedBy(sum, weights);
}

function deduction(
  base: Ratio,
  satisfaction: Ratio,
  { deductionCounting, pointsPerPercentagePoint }: BaseRule,
): Ratio {
  const below = minus(base, satisfaction);
  if (below.numerator <= 0n) return zero;
  const counted = deductionCounting === DeductionCounting.WHOLE_POINTS ? wholePart(below) : below;
  return times(counted, ratio(pointsPerPercentagePoint, 1000));
}
