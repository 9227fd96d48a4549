import { Field, Float, Int, ObjectType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";

/** KF-2: at least nine households of ten are visited within the calendar year. */
export const visitRateTarget = 0.9;

@ObjectType({
  description:
    "Annual household-visit rate (年入户率, KF-2): households visited at least once in the calendar year ÷ households there now",
})
@Public()
export class VisitRate {
  @Field(() => Int, { description: "Calendar year (年度)" })
  year: number;

  @Field(() => Int, { description: "Households there now (户数)" })
  households: number;

  @Field(() => Int, { description: "Of these, visited at least once in the year (已入户户数)" })
  visited: number;

  @Field(() => Float, {
    nullable: true,
    description: "Visited ÷ households, 0 to 1; null where there are no households (入户率)",
  })
  rate: number | null;

  @Field(() => Float, { description: "What is asked for: 0.9 (目标)" })
  target: number;

  @Field(() => Boolean, {
    description: "The alert: the rate is below 90 %. Never where there are no households (低于目标)",
  })
  belowTarget: boolean;
}

export const visitRate = (year: number, households: number, visited: number): VisitRate => ({
  year,
  households,
  visited,
  rate: households === 0 ? null : visited / households,
  target: visitRateTarget,
  // In whole numbers: 0.9 × households is not exact.
  belowTarget: visited * 10 < households * 9,
});
