import { Field, Float, Int, ObjectType } from "type-graphql";
import { type Ratio, ratio, rounded, times } from "../ratio.ts";
import { Period } from "./period.ts";
import { RateRule } from "./rate-rule.ts";
import { type RateCounts, threeRates } from "./three-rates.ts";

/** The three rates with what they were made of: a rate without its numbers says little. */
@ObjectType({
  description:
    "The three rates (三率) over the valid call-backs of a period. Rates are percentages with two decimals; without a valid call-back they are null, which is neither 0 nor 100",
})
export class ThreeRates {
  @Field(() => Period, { description: "The days counted (考核周期)" })
  period: Period;

  @Field(() => RateRule, {
    description: "The rule on the last day of the period, by which it is scored (考核规则)",
  })
  rule: RateRule;

  @Field(() => Int, {
    description:
      "All call-backs, those that do not count included; listed, as far as you may see them, by `callBacks` with the unit, division or matter, `countedFrom` and `countedUntil` (回访总数)",
  })
  recorded: number;

  @Field(() => Int, {
    description: "Valid call-backs: the denominator of every rate; and by `valid: true` (有效回访数)",
  })
  valid: number;

  @Field(() => Int, { description: "Of these, the unit had got in touch: `contacted: true` (已联系数)" })
  contacted: number;

  @Field(() => Int, { description: "Of these, solved as the demander says: `solved: true` (已解决数)" })
  solved: number;

  @Field(() => Int, { description: "Of these, satisfied: `satisfaction: SATISFIED` (满意数)" })
  satisfied: number;

  @Field(() => Int, {
    description: "Of these, basically satisfied: `satisfaction: BASICALLY_SATISFIED` (基本满意数)",
  })
  basicallySatisfied: number;

  @Field(() => Int, {
    description: "Of these, dissatisfied; who would not say is in none of the three (不满意数)",
  })
  dissatisfied: number;

  @Field(() => Float, { nullable: true, description: "Response rate in per cent (响应率)" })
  responseRate: number | null;

  @Field(() => Float, { nullable: true, description: "Resolution rate in per cent (解决率)" })
  solvedRate: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Satisfaction rate in per cent, basically satisfied counted at the rule's factor (满意率)",
  })
  satisfiedRate: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The three, weighted by the rule, 0 to 100 (三率综合得分)",
  })
  score: number | null;
}

/** A fraction of 1 as a percentage with two decimals, as results are published (ZY-22). */
export const percent = (rate: Ratio): number => rounded(times(rate, ratio(100)), 2);

/** The rates a rule makes of what was counted, as they are shown. */
export function ratesShown(counts: RateCounts, rule: RateRule) {
  const rates = threeRates(counts, rule);
  return {
    responseRate: rates && percent(rates.response),
    solvedRate: rates && percent(rates.solved),
    satisfiedRate: rates && percent(rates.satisfied),
    score: rates && percent(rates.score),
  };
}
