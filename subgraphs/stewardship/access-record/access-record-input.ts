import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { Post } from "../../shared/principal.ts";
import { AccessOutcome } from "./access-record-enums.ts";

@InputType({ description: "One access, as the gateway saw it (访问记录登记)" })
export class AccessRecordInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Code of the district whose data was read; null or no such code: that of the unit that read (区县代码)",
  })
  district?: string | null;

  @Field(() => Date, { description: "When (时间)" })
  at: Date;

  @Field(() => ID, { description: "Who read (人员标识)" })
  personId: string;

  @Field(() => Post, { description: "In which post (岗位)" })
  post: Post;

  @Field(() => String, { description: "Code of the unit that read (使用单位)" })
  unit: string;

  @Field(() => String, { nullable: true, description: "On whose behalf; null: nobody's (委托人标识)" })
  onBehalfOf?: string | null;

  @Field(() => String, { nullable: true, description: "Name of the operation; null: it has none (操作名称)" })
  operationName?: string | null;

  @Field(() => String, { description: "SHA-256 of the operation's text, in hexadecimal (操作摘要)" })
  operationHash: string;

  @Field(() => String, { description: "The subgraph that was read (子图名称)" })
  subgraph: string;

  @Field(() => String, { description: "The type of what was read (实体类型)" })
  entityType: string;

  @Field(() => String, { description: "Keys of what was read, a JSON list (实体主键)" })
  entityKeys: string;

  @Field(() => [String], { description: "Which fields, `Type.field` (字段)" })
  fields: string[];

  @Field(() => [ID], { defaultValue: [], description: "Residents whom it was about (所涉居民)" })
  subjects: string[];

  @Field(() => String, { nullable: true, description: "The basis stated; null: none (依据)" })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: "The case stated; null: none (工单编号)" })
  caseNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The data grant it was given on; null: none (授权编号)",
  })
  grantNumber?: string | null;

  @Field(() => AccessOutcome, { description: "What became of it (访问结果)" })
  outcome: AccessOutcome;

  @Field(() => Int, { description: "How many rows were given (行数)" })
  rowsGiven: number;
}

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

  @Field(() => String, { nullable: true, description: "For this case (工单编号)" })
  case?: string;

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
