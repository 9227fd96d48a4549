import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { Post } from "../../shared/principal.ts";
import { AccessOutcome } from "./access-record-enums.ts";

@InputType({ description: "Which access records; every condition given must hold (访问记录筛选条件)" })
export class AccessRecordFilter {
  @Field(() => String, { nullable: true, description: "Of this subgraph (子图名称)" })
  subgraph?: string;

  @Field(() => String, { nullable: true, description: "Of this field, `Type.field` (字段)" })
  field?: string;

  @Field(() => String, { nullable: true, description: "By this unit (使用单位)" })
  consumer?: string;

  @Field(() => ID, { nullable: true, description: "By this person (人员标识)" })
  person?: string;

  @Field(() => Post, { nullable: true, description: "By people in this post (岗位)" })
  post?: Post;

  @Field(() => String, {
    nullable: true,
    description: "On this basis, as it was stated; empty: where none was stated (依据)",
  })
  basis?: string;

  @Field(() => String, { nullable: true, description: "For this case (工单编号)" })
  case?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "About this person: a resident by their id, others by `person:` and the identity provider's (所涉个人)",
  })
  subject?: string;

  @Field(() => AccessOutcome, { nullable: true, description: "With this outcome (访问结果)" })
  outcome?: AccessOutcome;

  @Field(() => Date, { nullable: true, description: "At this instant or later (起始时间)" })
  from?: Date;

  @Field(() => Date, { nullable: true, description: "Before this instant (截止时间)" })
  until?: Date;
}

@InputType({ description: "Of which accesses figures are asked for (访问统计范围)" })
export class AccessPeriodInput {
  @Field(() => String, { nullable: true, description: "Of this subgraph; null: all you may see (子图名称)" })
  subgraph?: string;

  @Field(() => GraphQLLocalDate, { description: "First day (起始日)" })
  from: Day;

  @Field(() => GraphQLLocalDate, {
    description: "First day no longer; at most 366 days later (截止日的次日)",
  })
  until: Day;
}
