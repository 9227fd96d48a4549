import { Field, ID, Int, ObjectType } from "type-graphql";
import { UnusualAccessKind } from "./access-record-enums.ts";

@ObjectType({ description: "Accesses to an owner's data, added up (访问统计)" })
export class AccessTotal {
  @Field(() => String, {
    description: "The day, the unit, the field or the basis, by what was asked for (统计项)",
  })
  key: string;

  @Field(() => Int, { description: "How many accesses (访问次数)" })
  accesses: number;

  @Field(() => Int, { description: "How many of them were withheld (未提供次数)" })
  withheld: number;

  @Field(() => Int, { description: "How many people and services (人数)" })
  people: number;

  @Field(() => Int, { description: "How many rows were given (行数)" })
  rowsGiven: number;
}

@ObjectType({ description: "Reading that the owner had better ask about; it need not be wrong (异常访问)" })
export class UnusualAccess {
  @Field(() => UnusualAccessKind, { description: "What is unusual (异常类型)" })
  kind: UnusualAccessKind;

  @Field(() => String, { description: "The subgraph that was read (子图名称)" })
  subgraph: string;

  @Field(() => ID, { description: "Who read (人员标识)" })
  personId: string;

  @Field(() => String, { description: "Code of the unit that read (使用单位)" })
  unit: string;

  @Field(() => Date, { description: "Beginning of the hour, or of the day (起始时间)" })
  since: Date;

  @Field(() => Int, {
    description: "How many different entities in the hour, or how many accesses in the day (数量)",
  })
  count: number;

  @Field(() => Int, { description: "More than this many are unusual, by the rule (阈值)" })
  threshold: number;
}
