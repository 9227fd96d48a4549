import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, Float, InputType, Mutation, Query, Resolver } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { setRateRule } from "./rate-rule.lifecycle.ts";
import { BaseWeighting, DayBoundary, DeductionCounting, RateRule } from "./rate-rule.ts";

@InputType({
  description: "A district's next rule for scoring; decimals with three places at most (考核规则)",
})
class RateRuleInput {
  @Field(() => DivisionCode, { description: "The district (区县)" })
  district: string;

  @Field(() => GraphQLLocalDate, { description: "First day it holds, after today (生效日期)" })
  validFrom: Day;

  @Field(() => Float, { description: "Weight of the response rate; the three add up to 1 (响应率权重)" })
  responseWeight: number;

  @Field(() => Float, { description: "Weight of the resolution rate (解决率权重)" })
  solvedWeight: number;

  @Field(() => Float, { description: "Weight of the satisfaction rate (满意率权重)" })
  satisfiedWeight: number;

  @Field(() => Float, { description: "How much “basically satisfied” counts, 0 to 1 (基本满意折算系数)" })
  basicallySatisfiedFactor: number;

  @Field(() => DayBoundary, { description: "When the day of a call-back begins and ends (统计日切点)" })
  dayBoundary: DayBoundary;

  @Field(() => BaseWeighting, {
    description: "How much a unit weighs in the assessment base (基数权重, ZY-19)",
  })
  baseWeighting: BaseWeighting;

  @Field(() => Float, {
    description: "Points off for a percentage point below the base (每百分点扣分, ZY-19)",
  })
  pointsPerPercentagePoint: number;

  @Field(() => DeductionCounting, { description: "How points below the base are counted (扣分计法, ZY-19)" })
  deductionCounting: DeductionCounting;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@Resolver(() => RateRule)
export class RateRuleResolver {
  @Query(() => [RateRule], {
    description: "A district's rules for scoring, oldest first, and before them the default (考核规则各版本)",
  })
  @Public()
  rateRules(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @Ctx() { load }: EvaluationContext,
  ): Promise<RateRule[]> {
    return load.rateRules.load(district);
  }

  @Mutation(() => RateRule, {
    description: "The performance office sets the district's next rule, for days to come (制定考核规则)",
  })
  setRateRule(
    @Arg("input", () => RateRuleInput, { description: "The rule (规则)" })
    { idempotencyKey, district, ...proposed }: RateRuleInput,
    @Ctx() context: EvaluationContext,
  ): Promise<RateRule> {
    const actor = actorOf(context);
    return context.rates.setRule({ district, idempotencyKey, ...proposed }, actor, (latest) =>
      setRateRule(district, latest, proposed, actor),
    );
  }
}
