import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { requireUnits } from "../existing-units.ts";
import { Unit, unitOf } from "../references.ts";
import { AssessedUnit } from "./assessed-unit.ts";
import { createAssessmentPlan, organiserOf, recordAssessmentResult } from "./assessment-plan.lifecycle.ts";
import { AssessmentKind, AssessmentPlan, AssessmentPlanConnection, VetoItem } from "./assessment-plan.ts";

@InputType({ description: "Who is to be assessed, for what (考核方案)" })
class AssessmentPlanInput {
  @Field(() => AssessmentKind, { description: "What kind of assessment (考核类别)" })
  kind: AssessmentKind;

  @Field(() => Int, { description: "The year assessed (考核年度)" })
  year: number;

  @Field(() => String, { description: "What is assessed, at most 200 characters (考核内容)" })
  title: string;

  @Field(() => [String], { description: "Codes of the units assessed (被考核单位)" })
  subjects: string[];

  @Field(() => Float, {
    nullable: true,
    description:
      "Weight of the public-recognition survey, 0 to 1; required for the year-end evaluation (满意度权重, KF-16)",
  })
  satisfactionWeight?: number;

  @Field(() => [VetoItem], {
    defaultValue: [],
    description: "Veto items; only of central or provincial level (一票否决事项, GZ-10)",
  })
  vetoItems: VetoItem[];

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@InputType({ description: "What a unit reached under a plan (考核结果)" })
class AssessmentResultInput {
  @Field(() => String, { description: "Plan number (方案编号)" })
  plan: string;

  @Field(() => String, { description: "The unit (单位编码)" })
  unit: string;

  @Field(() => Int, { description: "Assessors' score, 0 to 100 (考核得分)" })
  score: number;

  @Field(() => Int, {
    nullable: true,
    description: "People asked in the survey, where the plan weighs one (测评人数)",
  })
  surveyed?: number;

  @Field(() => Int, { nullable: true, description: "Of these, satisfied (满意人数)" })
  satisfied?: number;

  @Field(() => String, { description: "What the score is based on; required (考核意见)" })
  opinion: string;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@Resolver(() => AssessmentPlan)
export class AssessmentPlanResolver {
  @Query(() => AssessmentPlanConnection, {
    description: "The assessment plans of your district, newest first (考核方案)",
  })
  assessmentPlans(
    @Arg("year", () => Int, { nullable: true, description: "Only of this year (考核年度)" })
    year: number | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { assessmentPlans }: EvaluationContext,
  ): Promise<Page<AssessmentPlan>> {
    return assessmentPlans.search(year, args);
  }

  @Mutation(() => AssessmentPlan, {
    description:
      "The district sets up an assessment, or a department one of its own; sub-districts are assessed by the district alone, comprehensively once a year (制定考核方案, GZ-10)",
  })
  async createAssessmentPlan(
    @Arg("input", () => AssessmentPlanInput, { description: "The plan (方案)" }) input: AssessmentPlanInput,
    @Ctx() context: EvaluationContext,
  ): Promise<AssessmentPlan> {
    const actor = actorOf(context);
    // Refuses whoever organises none, before anybody is asked about the units.
    organiserOf(actor.principal);
    const requireSubjects = await sealed(requireUnits(context.graph, input.subjects));
    return context.assessmentPlans.create(input, actor, (number) => {
      requireSubjects();
      return createAssessmentPlan(number, input, actor);
    });
  }

  @Mutation(() => AssessedUnit, {
    description:
      "The performance office records what a unit reached under a plan, once (记录考核结果, KF-16)",
  })
  recordAssessmentResult(
    @Arg("input", () => AssessmentResultInput, { description: "The result (结果)" })
    input: AssessmentResultInput,
    @Ctx() context: EvaluationContext,
  ): Promise<AssessedUnit> {
    const actor = actorOf(context);
    return context.assessmentPlans.recordResult(input, actor, (plan, assessed) =>
      recordAssessmentResult(plan, assessed, input, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "In whose name it is made: the district, or a department; null only when it cannot be looked up (组织单位)",
  })
  organiser(@Root() { organiserUnitCode }: AssessmentPlan): Unit {
    return unitOf(organiserUnitCode);
  }

  @FieldResolver(() => [AssessedUnit], {
    description: "The units assessed with their results; those you may see (被考核单位)",
  })
  assessed(@Root() { number }: AssessmentPlan, @Ctx() { load }: EvaluationContext): Promise<AssessedUnit[]> {
    return load.assessedUnderPlan.load(number);
  }
}

@Resolver(() => AssessedUnit)
export class AssessedUnitResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: AssessedUnit): Unit {
    return unitOf(unitCode);
  }
}
