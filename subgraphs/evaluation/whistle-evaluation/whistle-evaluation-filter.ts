import { Field, InputType, Int } from "type-graphql";
import { EvaluationDirection, EvaluationState } from "./whistle-evaluation.ts";

@InputType({ description: "Which evaluations to list; what is absent does not restrict (哨评筛选)" })
export class WhistleEvaluationFilter {
  @Field(() => String, { nullable: true, description: "Given, or to be given, by this unit (评价单位)" })
  evaluator?: string;

  @Field(() => String, { nullable: true, description: "About this unit (被评价单位)" })
  subject?: string;

  @Field(() => EvaluationState, { nullable: true, description: "In this state (状态)" })
  state?: EvaluationState;

  @Field(() => EvaluationDirection, { nullable: true, description: "In this direction (评价方向)" })
  direction?: EvaluationDirection;

  @Field(() => Int, { nullable: true, description: "Counting for this year (考核年度)" })
  year?: number;
}
