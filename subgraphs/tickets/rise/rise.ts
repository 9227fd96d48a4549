import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Rising } from "./asked-in.store.ts";

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

const hour = 3_600_000;
export const hoursOf: Readonly<Record<RiseSpan, number>> = { DAY: 24, WEEK: 168 };

/** Where the spans lie, as lists take instants: each from the one on and before the next. A span ends with `at` included. */
export function spansAt(span: RiseSpan, at: Date): Pick<Rise, "beforeFrom" | "latelyFrom" | "until"> {
  const afterHours = (hours: number) => new Date(at.getTime() - hours * hour + 1);
  return {
    beforeFrom: afterHours(2 * hoursOf[span]),
    latelyFrom: afterHours(hoursOf[span]),
    until: afterHours(0),
  };
}

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
  rising: Rising;
  number: string;
  span: RiseSpan;

  @Field(() => Int, { description: "In the span that ends at the instant of this request (近期诉求人数)" })
  lately: number;

  @Field(() => Int, { description: "In the span of the same length before it (此前诉求人数)" })
  before: number;

  @Field(() => Date, { description: "Where the span before begins, an instant that is in it (此前时段起)" })
  beforeFrom: Date;

  @Field(() => Date, {
    description:
      "Where the late span begins, an instant that is in it: the one before ends here (近期时段起)",
  })
  latelyFrom: Date;

  @Field(() => Date, {
    description: "Where the late span ends, an instant that is no longer in it (近期时段止)",
  })
  until: Date;
}
