import { Field, InputType, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What is to be done about a class problem, and how far it is (解决方案, ZY-21)" })
export class Plan {
  @Field(() => String, { description: "Field of work, e.g. 充电设施 (领域)" })
  field: string;

  @Field(() => String, { description: "What will be done (方案内容)" })
  text: string;

  @Field(() => Int, { description: "How many are planned (计划数量)" })
  quantityPlanned: number;

  @Field(() => Int, { description: "How many are done and in use (完成数量)" })
  quantityDone: number;

  @Field(() => String, { description: "What is counted, e.g. 个充电桩 (计量单位)" })
  quantityUnit: string;

  /** Resolved to a unit. */
  approvedByUnitCode: string | null;

  @Field(() => Date, { nullable: true, description: "When it was approved; null until then (批准时间)" })
  approvedAt: Date | null;
}

@ObjectType({ description: "How many plans there are in a field of work (分领域方案统计, ZY-21)" })
export class PlanField {
  @Field(() => String, { description: "Field of work, e.g. 卫生健康, 生态环境, 防汛 (领域)" })
  field: string;

  @Field(() => Int, { description: "Plans (方案数)" })
  plans: number;

  @Field(() => Int, { description: "Of these approved (已批准)" })
  approved: number;

  @Field(() => Int, { description: "Of these carried out, everybody answered (已办结)" })
  carriedOut: number;
}

@InputType({ description: "A plan to be approved (解决方案)" })
export class PlanInput {
  @Field(() => String, { description: "Field of work, at most 100 characters (领域)" })
  field: string;

  @Field(() => String, { description: "What will be done, at most 2000 characters (方案内容)" })
  text: string;

  @Field(() => Int, { description: "How many, at least one (计划数量)" })
  quantityPlanned: number;

  @Field(() => String, { description: "What is counted, at most 100 characters (计量单位)" })
  quantityUnit: string;
}
