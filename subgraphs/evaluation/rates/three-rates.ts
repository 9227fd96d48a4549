import { type Day, dayOf, endOfDay } from "../../shared/calendar.ts";
import { plus, type Ratio, ratio, times } from "../ratio.ts";
import { DayBoundary } from "./rate-rule.ts";

/** What is counted of call-backs; every rate is made of these and of nothing else. */
export interface RateCounts {
  /** All call-backs, the ones that did not count as valid included. */
  readonly recorded: number;
  /** 有效回访: the denominator of all three rates. */
  readonly valid: number;
  readonly contacted: number;
  readonly solved: number;
  readonly satisfied: number;
  readonly basicallySatisfied: number;
  readonly dissatisfied: number;
}

export const noCounts: RateCounts = {
  recorded: 0,
  valid: 0,
  contacted: 0,
  solved: 0,
  satisfied: 0,
  basicallySatisfied: 0,
  dissatisfied: 0,
};

/** Weights as a district sets them, in thousandths. */
export interface RateWeights {
  readonly responseWeight: number;
  readonly solvedWeight: number;
  readonly satisfiedWeight: number;
  readonly basicallySatisfiedFactor: number;
}

export interface Rates {
  readonly response: Ratio;
  readonly solved: Ratio;
  readonly satisfied: Ratio;
  readonly score: Ratio;
}

const thousandths = (amount: number): Ratio => ratio(amount, 1000);

/** Satisfied call-backs, the basically satisfied ones counted at their factor. */
export const satisfiedCount = (
  { satisfied, basicallySatisfied }: RateCounts,
  { basicallySatisfiedFactor }: Pick<RateWeights, "basicallySatisfiedFactor">,
): Ratio => plus(ratio(satisfied), times(thousandths(basicallySatisfiedFactor), ratio(basicallySatisfied)));

/**
 * The three rates (三率) over valid call-backs and the score they make, all as fractions of 1. Without a valid
 * call-back nothing is known, which is neither 0 nor 100: null.
 */
export function threeRates(counts: RateCounts, weights: RateWeights): Rates | null {
  if (counts.valid === 0) return null;
  const perCallBack = ratio(1, counts.valid);
  const response = times(ratio(counts.contacted), perCallBack);
  const solved = times(ratio(counts.solved), perCallBack);
  const satisfied = times(satisfiedCount(counts, weights), perCallBack);
  const score = [
    times(thousandths(weights.responseWeight), response),
    times(thousandths(weights.solvedWeight), solved),
    times(thousandths(weights.satisfiedWeight), satisfied),
  ].reduce(plus);
  return { response, solved, satisfied, score };
}

const HALF_DAY = 12 * 60 * 60 * 1000;

/** The day a call-back counts for. From noon to noon, the afternoon already belongs to the next day. */
export const countingDay = (at: Date, boundary: DayBoundary): Day =>
  boundary === DayBoundary.NOON ? dayOf(new Date(at.getTime() + HALF_DAY)) : dayOf(at);

/** When the last call-back that counts for `day` can have been made. */
export const endOfCountingDay = (day: Day, boundary: DayBoundary): Date =>
  boundary === DayBoundary.NOON ? new Date(endOfDay(day).getTime() - HALF_DAY) : endOfDay(day);
