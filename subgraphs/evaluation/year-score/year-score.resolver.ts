import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Unit } from "../references.ts";
import { mayReadYear } from "../visibility.ts";
import {
  type WhistleEvaluation,
  WhistleEvaluationConnection,
} from "../whistle-evaluation/whistle-evaluation.ts";
import { YearScore } from "./year-score.ts";

@Resolver(() => YearScore)
export class YearScoreResolver {
  @FieldResolver(() => WhistleEvaluationConnection, {
    description: "The evaluations that count, each with its whistle, the longest due first (计入年度的哨评)",
  })
  evaluations(
    @Root() { unitCode, year }: YearScore,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { load }: EvaluationContext,
  ): Promise<Page<WhistleEvaluation>> {
    return load.evaluationsOfYear(unitCode, { year, first, ...(after ? { after } : {}) });
  }
}

@Resolver(() => Unit)
export class UnitYearScoreResolver {
  @FieldResolver(() => YearScore, {
    nullable: true,
    description:
      "What its year comes to; null and WITHHELD for anybody but the unit itself and those who keep the assessment (年度考核, KF-15)",
  })
  yearScore(
    @Root() { code }: Unit,
    @Arg("year", () => Int, { description: "The calendar year (年度)" }) year: number,
    @Ctx() { principal, load }: EvaluationContext,
  ): Promise<YearScore> {
    if (mayReadYear(principal, code)) return load.yearScore(code, { year });
    throw refuse("WITHHELD", {
      coordinate: "Unit.yearScore",
      needed: "a post in that unit or in the office that keeps the district's assessment",
      neededZh: "该单位或本区绩效办的岗位",
    });
  }
}
