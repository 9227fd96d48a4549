import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "What waits for the owner of a subgraph, and what is open just now (数据责任单位看板)",
})
export class OwnerDashboard {
  @Field(() => String, { description: "Name of the subgraph (子图名称)" })
  subgraph: string;

  @Field(() => Int, { description: "Requests for grants that wait for a decision (待决定授权申请)" })
  grantsRequested: number;

  @Field(() => Int, { description: "Grants in force now, broken glass left out (有效授权)" })
  grantsInForce: number;

  @Field(() => Int, { description: "Of these how many end within 30 days (30 日内到期授权)" })
  grantsEndingSoon: number;

  @Field(() => Int, { description: "Emergency accesses open now (进行中紧急访问)" })
  breakGlassOpen: number;

  @Field(() => Int, { description: "Emergency accesses that wait for review (待复核紧急访问)" })
  reviewsDue: number;

  @Field(() => Int, { description: "Of these how many are overdue (逾期未复核)" })
  reviewsOverdue: number;
}
