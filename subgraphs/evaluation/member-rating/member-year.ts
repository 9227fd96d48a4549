import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { dividedBy, plus, ratio, rounded } from "../ratio.ts";

/** How the months of a year make its total; a district's choice (ZY-10). */
export enum YearTotal {
  SUM = "SUM",
  MEAN = "MEAN",
}
registerEnumType(YearTotal, {
  name: "MemberYearTotal",
  description: "How the monthly scores make the year's total (年度总分计法, ZY-10)",
  valuesConfig: {
    SUM: { description: "Their sum (各月累加)" },
    MEAN: { description: "Their mean (各月平均)" },
  },
});

@ObjectType("MemberMonth", { description: "What residents gave a grid member in a month (月度评分, ZY-10)" })
export class MemberMonth {
  @Field(() => String, { description: "The month, e.g. 2021-06 (月份)" })
  month: string;

  @Field(() => Int, { description: "How many residents graded (评分人数)" })
  ratings: number;

  @Field(() => Float, { description: "Mean of their grades, two decimals (月度得分)" })
  score: number;
}

@ObjectType("MemberYear", { description: "What residents gave a grid member in a year (年度评分, ZY-10)" })
export class MemberYear {
  @Field(() => Int, { description: "The calendar year (年度)" })
  year: number;

  @Field(() => [MemberMonth], { description: "The months in which anybody graded, in order (各月评分)" })
  months: MemberMonth[];

  @Field(() => YearTotal, {
    description: "How the total is made, as the district chose for that year (总分计法)",
  })
  totalBy: YearTotal;

  @Field(() => Float, {
    nullable: true,
    description: "The year's total, two decimals; null when nobody graded, which is not 0 (年度总分)",
  })
  total: number | null;
}

/** Grades of a month: how many, and what they add up to. */
export interface MonthCount {
  readonly month: string;
  readonly ratings: number;
  readonly points: number;
}

/** ZY-10: a score for each month, and from the exact monthly scores a total of the year. */
export function memberYear(year: number, counts: readonly MonthCount[], totalBy: YearTotal): MemberYear {
  const scores = counts.map(({ points, ratings }) => ratio(points, ratings));
  const months = counts.map(({ month, ratings, points }) =>
    Object.assign(new MemberMonth(), { month, ratings, score: rounded(ratio(points, ratings), 2) }),
  );
  const sum = scores.length > 0 ? scores.reduce(plus) : null;
  const total = sum && (totalBy === YearTotal.SUM ? sum : dividedBy(sum, ratio(scores.length)));
  return Object.assign(new MemberYear(), { year, months, totalBy, total: total && rounded(total, 2) });
}
