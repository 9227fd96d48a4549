import { addCalendarDays, dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../evaluation.errors.ts";
import { RateRule } from "./rate-rule.ts";

/** A rule as it is proposed: weights and factors as decimals, 0.5. */
export type ProposedRule = Pick<
  RateRule,
  | "validFrom"
  | "responseWeight"
  | "solvedWeight"
  | "satisfiedWeight"
  | "basicallySatisfiedFactor"
  | "dayBoundary"
  | "baseWeighting"
  | "pointsPerPercentagePoint"
  | "deductionCounting"
>;

/** 制定考核规则: the performance office sets the district's next rule, for days that have not begun. */
export function setRateRule(
  district: string,
  latest: RateRule | undefined,
  proposed: ProposedRule,
  { principal, at }: Actor,
): RateRule {
  if (principal.post !== Post.PERFORMANCE_OFFICE || principal.division !== district) {
    throw forbidden("KF-15", principal, {
      en: `the rules of ${district} are set by its performance office`,
      zh: `${district} 的考核规则由该区绩效办制定`,
      posts: [Post.PERFORMANCE_OFFICE],
    });
  }
  const today = dayOf(at);
  const earliest = addCalendarDays(latest && latest.validFrom > today ? latest.validFrom : today, 1);
  if (proposed.validFrom < earliest) throw refuse("RULE_NOT_AHEAD", { earliest });
  const weights = {
    responseWeight: thousandths("responseWeight", proposed.responseWeight),
    solvedWeight: thousandths("solvedWeight", proposed.solvedWeight),
    satisfiedWeight: thousandths("satisfiedWeight", proposed.satisfiedWeight),
  };
  const sum = Object.values(weights).reduce((total, weight) => total + weight);
  if (sum !== 1000) throw refuse("WEIGHTS_NOT_WHOLE", { sum: sum / 1000 });
  return Object.assign(new RateRule(), {
    ...proposed,
    ...weights,
    districtCode: district,
    version: (latest?.version ?? 0) + 1,
    basicallySatisfiedFactor: thousandths("basicallySatisfiedFactor", proposed.basicallySatisfiedFactor),
    pointsPerPercentagePoint: thousandths("pointsPerPercentagePoint", proposed.pointsPerPercentagePoint, 100),
  });
}

/** Three decimals at most, so that what is kept is what was meant. */
function thousandths(field: string, amount: number, largest = 1): number {
  const whole = Math.round(amount * 1000);
  if (amount >= 0 && amount <= largest && Math.abs(amount * 1000 - whole) < 1e-6) return whole;
  throw refuseShared("BAD_INPUT", {
    field,
    problem: `give 0 to ${largest} with three decimals at most`,
    problemZh: `须为 0 至 ${largest}，最多三位小数`,
  });
}
