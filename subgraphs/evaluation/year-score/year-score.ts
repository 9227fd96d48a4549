import { Field, Float, Int, ObjectType } from "type-graphql";

/** What a unit's year comes to, from what was put on record and decided (KF-15, KF-17). */
@ObjectType({
  description:
    "What a unit's year comes to: the grades of its whistles on record and the negative list (年度考核, KF-15, KF-17)",
})
export class YearScore {
  unitCode: string;

  @Field(() => Int, { description: "The calendar year (年度)" })
  year: number;

  @Field(() => Int, { description: "Whistles it answered whose grade is on record (已备案的应哨评价数)" })
  whistlesEvaluated: number;

  @Field(() => Float, {
    nullable: true,
    description: "Mean of these grades, two decimals; null when none is on record, which is not 0 (平均得分)",
  })
  meanScore: number | null;

  @Field(() => Int, {
    description: "Grades called units gave it as the blower that are on record (已备案的吹哨评价数)",
  })
  gradesAsBlower: number;

  @Field(() => Float, {
    nullable: true,
    description: "Mean of these grades, two decimals; null when none is on record (吹哨平均得分)",
  })
  meanScoreAsBlower: number | null;

  @Field(() => Int, {
    description: "Evaluations of it given but not yet on record, which do not count (待备案评价数)",
  })
  evaluationsPending: number;

  @Field(() => Int, { description: "Negative-list entries upheld against it (认定成立的负面清单条目数)" })
  negativeEntriesUpheld: number;

  @Field(() => Int, { description: "Negative-list entries against it not decided yet (待认定条目数)" })
  negativeEntriesOpen: number;
}
