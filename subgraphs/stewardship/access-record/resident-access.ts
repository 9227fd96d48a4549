import { Field, ObjectType } from "type-graphql";
import { Post } from "../../shared/principal.ts";
import { AccessOutcome } from "./access-record-enums.ts";

@ObjectType({
  description:
    "One access to data about a resident, as the resident is told of it (查阅告知): which unit read what and why; the unit answers for its people",
})
export class ResidentAccess {
  @Field(() => Date, { description: "When (时间)" })
  at: Date;

  @Field(() => Post, { description: "The post that read (岗位)" })
  post: Post;

  @Field(() => String, { description: "Code of the unit that read (查阅单位)" })
  unit: string;

  @Field(() => String, { description: "Whose data it is: the subgraph that was read (子图名称)" })
  subgraph: string;

  @Field(() => [String], { description: "Which fields, `Type.field` (字段)" })
  fields: string[];

  @Field(() => String, { nullable: true, description: "The basis stated; null where none was (依据)" })
  basis: string | null;

  @Field(() => String, { nullable: true, description: "The case stated; null where none was (工单编号)" })
  caseNumber: string | null;

  @Field(() => AccessOutcome, { description: "What became of it (访问结果)" })
  outcome: AccessOutcome;
}
