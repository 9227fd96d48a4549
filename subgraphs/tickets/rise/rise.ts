import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

export enum RiseSpan {
  DAY = "DAY",
  WEEK = "WEEK",
}
registerEnumType(RiseSpan, {
  name: "RiseSpan",
  description: "Which span is held against the one before it (对比时段)",
  valuesConfig: {
    DAY: { description: "The last 24 hours against the 24 before (近24小时)" },
    WEEK: { description: "The last 7 days against the 7 before (近7天)" },
  },
});

export const risingDescription =
  "By how many more demanders asked in the last 24 hours than in the 24 before, most first; then by the same of 7 days. It moves with the time: a page further on may hold what was seen before (按升幅)";

/**
 * Whether more ask than before. Whoever asked in both spans counts in both, and of one span one person's repeats count
 * once, as everywhere in the trend.
 */
@ObjectType({
  description:
    "How many different demanders at least asked for the same lately, and in the span before, whoever may see their tickets (诉求人数升降, ZY-21)",
})
export class Rise {
  @Field(() => Int, {
    description:
      "In the span that ends at the instant of this request; the tickets are `tickets` with `receivedFrom` (近期诉求人数)",
  })
  lately: number;

  @Field(() => Int, { description: "In the span of the same length before it (此前诉求人数)" })
  before: number;
}
