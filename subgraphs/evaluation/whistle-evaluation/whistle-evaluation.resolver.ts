import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Unit, unitOf, Whistle, whistleOf } from "../references.ts";
import { fileEvaluation, giveEvaluation } from "./whistle-evaluation.lifecycle.ts";
import { WhistleEvaluation, WhistleEvaluationConnection } from "./whistle-evaluation.ts";
import { WhistleEvaluationFilter } from "./whistle-evaluation-filter.ts";

@InputType({ description: "How one side of a whistle grades the other (评价内容)" })
class EvaluationInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  whistle: string;

  @Field(() => String, { description: "The unit graded (被评价单位)" })
  unit: string;

  @Field(() => Int, { description: "Grade, 0 to 100 (得分)" })
  score: number;

  @Field(() => String, { description: "What the grade is based on; required (评价意见, KF-15)" })
  opinion: string;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@InputType({ description: "Which evaluation is put on record (备案对象)" })
class FileEvaluationInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  whistle: string;

  @Field(() => String, { description: "The unit that graded (评价单位)" })
  evaluator: string;

  @Field(() => String, { description: "The unit graded (被评价单位)" })
  unit: string;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@Resolver(() => WhistleEvaluation)
export class WhistleEvaluationResolver {
  @Query(() => WhistleEvaluationConnection, {
    description:
      "Evaluations you may see, the longest due first: what a unit still has to give, or got (哨评列表)",
  })
  whistleEvaluations(
    @Arg("filter", () => WhistleEvaluationFilter, {
      nullable: true,
      description: "Which; absent: all (筛选)",
    })
    filter: WhistleEvaluationFilter | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { whistleEvaluations }: EvaluationContext,
  ): Promise<Page<WhistleEvaluation>> {
    return whistleEvaluations.search(filter ?? {}, args);
  }

  @Mutation(() => WhistleEvaluation, {
    description:
      "The blower (or the centre, where the profile says so) grades a called unit, or a called unit the blower: the caller's unit is the one that grades (互考, KF-15, BJ-3)",
  })
  evaluateParticipant(
    @Arg("input", () => EvaluationInput, { description: "Whom, and how (评价内容)" })
    { whistle, unit, score, opinion, idempotencyKey }: EvaluationInput,
    @Ctx() context: EvaluationContext,
  ): Promise<WhistleEvaluation> {
    const actor = actorOf(context);
    const input = { whistle, evaluator: actor.principal.unit, subject: unit, score, opinion, idempotencyKey };
    return context.whistleEvaluations.change("evaluateParticipant", input, actor, (evaluation) =>
      giveEvaluation(evaluation, { score, opinion }, actor),
    );
  }

  @Mutation(() => WhistleEvaluation, {
    description: "The performance office puts a given evaluation on record for the year (绩效办备案, KF-15)",
  })
  fileEvaluation(
    @Arg("input", () => FileEvaluationInput, { description: "Which one (备案对象)" })
    { whistle, evaluator, unit, idempotencyKey }: FileEvaluationInput,
    @Ctx() context: EvaluationContext,
  ): Promise<WhistleEvaluation> {
    const actor = actorOf(context);
    const input = { whistle, evaluator, subject: unit, idempotencyKey };
    return context.whistleEvaluations.change("fileEvaluation", input, actor, (evaluation) =>
      fileEvaluation(evaluation, actor),
    );
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description: "The whistle; null when you may not see it, or it cannot be looked up (哨)",
  })
  whistle(@Root() { whistleNumber }: WhistleEvaluation): Whistle {
    return whistleOf(whistleNumber);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that grades; null only when it cannot be looked up (评价单位)",
  })
  evaluator(@Root() { evaluatorUnitCode }: WhistleEvaluation): Unit {
    return unitOf(evaluatorUnitCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit graded; null only when it cannot be looked up (被评价单位)",
  })
  unit(@Root() { subjectUnitCode }: WhistleEvaluation): Unit {
    return unitOf(subjectUnitCode);
  }
}

@Resolver(() => Whistle)
export class WhistleEvaluationsResolver {
  @FieldResolver(() => [WhistleEvaluation], {
    nullable: true,
    description:
      "How each side graded the other, the called units first; those you may see; null only when not to be had just now (哨评, KF-15)",
  })
  evaluations(@Root() { number }: Whistle, @Ctx() { load }: EvaluationContext): Promise<WhistleEvaluation[]> {
    return load.evaluationsOfWhistle.load(number);
  }
}
