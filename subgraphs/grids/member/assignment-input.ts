import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { GridCode } from "../../shared/scalars.ts";

@InputType({ description: "A member begins to serve a grid (网格员任职, ZY-7)" })
export class AssignmentInput {
  @Field(() => ID, { description: "The member (网格员编号)" })
  member: string;

  @Field(() => GridCode, { description: "The grid (网格代码)" })
  grid: string;

  @Field(() => String, {
    nullable: true,
    description: "Only this building of it, for a building head (楼栋编号)",
  })
  building?: string;

  @Field(() => GraphQLLocalDate, { description: "First day (开始日期)" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it is over; absent when no end is set (结束日期)",
  })
  validTo?: Day;
}
