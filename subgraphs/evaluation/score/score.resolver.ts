import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Period, PeriodInput, requirePeriod } from "../rates/period.ts";
import { RateRule } from "../rates/rate-rule.ts";
import { Unit, unitOf } from "../references.ts";
import { computeScores, publishScores } from "./score.lifecycle.ts";
import { Score, ScoreConnection } from "./score.ts";
import { ScoreSheet, ScoreSheetConnection } from "./score-sheet.ts";

@InputType({ description: "Which district's scores, for which days (计分范围)" })
class ScorePeriodInput {
  @Field(() => DivisionCode, { description: "The district (区县)" })
  district: string;

  @Field(() => PeriodInput, { description: "The days assessed (考核周期)" })
  period: PeriodInput;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@Resolver(() => ScoreSheet)
export class ScoreSheetResolver {
  @Query(() => ScoreSheetConnection, {
    description:
      "A district's assessed periods, newest first; the public sees published ones (考核通报, ZY-20)",
  })
  @Public()
  scoreSheets(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { scores }: EvaluationContext,
  ): Promise<Page<ScoreSheet>> {
    return scores.sheetsOf(district, args);
  }

  @Mutation(() => ScoreSheet, {
    description:
      "The performance office has a period's scores computed once it is over; again until they are published (计分, ZY-19)",
  })
  computeScores(
    @Arg("input", () => ScorePeriodInput, { description: "District and days (区县与周期)" })
    { district, period: days, idempotencyKey }: ScorePeriodInput,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreSheet> {
    const actor = actorOf(context);
    const period = requirePeriod(days);
    return context.scores.compute({ district, period, idempotencyKey }, actor, (earlier, units, rule) =>
      computeScores({ district, period }, earlier, units, rule, actor),
    );
  }

  @Mutation(() => ScoreSheet, {
    description: "The performance office publishes a period's scores; they stand from then on (通报, ZY-20)",
  })
  publishScores(
    @Arg("input", () => ScorePeriodInput, { description: "District and days (区县与周期)" })
    { district, period: days, idempotencyKey }: ScorePeriodInput,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreSheet> {
    const actor = actorOf(context);
    const period = requirePeriod(days);
    return context.scores.publish({ district, period, idempotencyKey }, actor, (sheet) =>
      publishScores(sheet, actor),
    );
  }

  @FieldResolver(() => Period, { description: "The days assessed (考核周期)" })
  period(@Root() { periodFrom: from, periodTo: to }: ScoreSheet): Period {
    return Object.assign(new Period(), { from, to });
  }

  @FieldResolver(() => RateRule, { description: "The rule the scores were computed by (考核规则版本)" })
  async rule(
    @Root() { ruleDistrictCode, ruleVersion }: ScoreSheet,
    @Ctx() { load }: EvaluationContext,
  ): Promise<RateRule | undefined> {
    const rules = await load.rateRules.load(ruleDistrictCode);
    return rules.find(
      ({ districtCode, version }) => districtCode === ruleDistrictCode && version === ruleVersion,
    );
  }

  @FieldResolver(() => ScoreConnection, { description: "The units' scores, by unit code (各单位得分)" })
  scores(
    @Root() { number }: ScoreSheet,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: EvaluationContext,
  ): Promise<Page<Score>> {
    return load.scoresOfSheet(number, args);
  }
}

@Resolver(() => Score)
export class ScoreResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit assessed; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: Score): Unit {
    return unitOf(unitCode);
  }

  @FieldResolver(() => ScoreSheet, {
    description: "Period, base, rule and publication of this score (考核通报)",
  })
  sheet(@Root() { sheetNumber }: Score, @Ctx() { load }: EvaluationContext): Promise<ScoreSheet | null> {
    return load.scoreSheet.load(sheetNumber);
  }
}

@Resolver(() => Unit)
export class UnitScoresResolver {
  @FieldResolver(() => ScoreConnection, {
    nullable: true,
    description:
      "Its scores, newest first; the public sees published ones; null only when not to be had just now (考核得分, ZY-19)",
  })
  scores(
    @Root() { code }: Unit,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: EvaluationContext,
  ): Promise<Page<Score>> {
    return load.scoresOfUnit(code, args);
  }
}
