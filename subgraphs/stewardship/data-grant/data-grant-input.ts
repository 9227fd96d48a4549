import { Field, InputType, Int } from "type-graphql";
import { Post, Rows } from "../../shared/principal.ts";
import { DataGrantState } from "./data-grant-enums.ts";

@InputType({ description: "What a body asks to read of another's data, and why (数据授权申请)" })
export class RequestDataGrantInput {
  @Field(() => String, { description: "The subgraph that holds it (数据所属子图)" })
  owner: string;

  @Field(() => String, {
    description: "Code of the unit or division that is to read, one you speak for (使用方)",
  })
  consumer: string;

  @Field(() => [Post], { nullable: true, description: "Only these posts of it; null: all (限定岗位)" })
  posts?: Post[] | null;

  @Field(() => [String], { description: "What is to be read: `Type` or `Type.field`, 1 to 100 (申请字段)" })
  coordinates: string[];

  @Field(() => [String], {
    description:
      "The bases that are to be stated: power item codes, or numbers of agreements the consumer is party to; 1 to 50 (使用目的)",
  })
  purposes: string[];

  @Field(() => Rows, { description: "Which rows (可见范围)" })
  rows: Rows;

  @Field(() => [String], {
    defaultValue: [],
    description: "Of the coordinates' personal fields those needed as they are, `Type.field` (明文字段)",
  })
  clear: string[];

  @Field(() => Date, { description: "From when (生效时间)" })
  validFrom: Date;

  @Field(() => Date, { description: "To when: the first instant it is no longer needed (失效时间)" })
  validUntil: Date;

  @Field(() => Int, {
    nullable: true,
    description: "Rows one answer may give, all its lists together, 1 to 5000; null: 100 (单次导出上限)",
  })
  listMaximum?: number | null;

  @Field(() => String, { description: "What it is needed for, at most 2000 characters (申请理由)" })
  reason: string;
}

@InputType({
  description:
    "What an owner grants of what was asked for: no field, day or row more. What is left out is granted as asked (部分批准)",
})
export class NarrowedGrantInput {
  @Field(() => [String], {
    nullable: true,
    description: "These coordinates of those asked for, or fields of a type asked for (授权字段)",
  })
  coordinates?: string[];

  @Field(() => [String], {
    nullable: true,
    description: "These of the fields asked for in clear; null: those the coordinates still cover (明文字段)",
  })
  clear?: string[];

  @Field(() => Date, { nullable: true, description: "A later beginning (生效时间)" })
  validFrom?: Date;

  @Field(() => Date, { nullable: true, description: "An earlier end (失效时间)" })
  validUntil?: Date;

  @Field(() => Int, {
    nullable: true,
    description: "Fewer rows in one answer, 1 to what was asked for (单次导出上限)",
  })
  listMaximum?: number;
}

@InputType({ description: "Which data grants; every condition given must hold (数据授权筛选条件)" })
export class DataGrantFilter {
  @Field(() => String, { nullable: true, description: "Of data in this subgraph (数据所属子图)" })
  owner?: string;

  @Field(() => String, { nullable: true, description: "To this unit or division (使用方)" })
  consumer?: string;

  @Field(() => DataGrantState, { nullable: true, description: "In this state (状态)" })
  state?: DataGrantState;

  @Field(() => String, {
    nullable: true,
    description: "That name this coordinate, or the type it is a field of (授权字段)",
  })
  coordinate?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Approved, their time has come and is not over; or all others (当前是否有效)",
  })
  inForce?: boolean;

  @Field(() => Date, { nullable: true, description: "Whose time ends before this instant (失效时间早于)" })
  endsBefore?: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: "Access taken by breaking the glass, or all others (是否紧急访问)",
  })
  brokenGlass?: boolean;
}
