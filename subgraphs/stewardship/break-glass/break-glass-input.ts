import { Field, InputType } from "type-graphql";

@InputType({ description: "Which emergency accesses; every condition given must hold (紧急访问筛选条件)" })
export class BreakGlassFilter {
  @Field(() => String, { nullable: true, description: "To data in this subgraph (数据所属子图)" })
  owner?: string;

  @Field(() => Boolean, { nullable: true, description: "Reviewed, or not yet (是否已复核)" })
  reviewed?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Not reviewed and past the limit, or all others (是否逾期未复核)",
  })
  overdue?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Open just now, or no longer (当前是否开放)",
  })
  open?: boolean;
}
