import { Field, InputType } from "type-graphql";
import { PowerItemCode } from "../../shared/scalars.ts";
import { LimitName } from "../limit/limit-name.ts";

@InputType({ description: "What the community found on site (核实, KF-7)" })
export class VerifyTicketInput {
  @Field(() => String, { description: "What was found (核实情况)" })
  findings: string;

  @Field(() => Boolean, { description: "Whether the community can solve it by itself (社区能否自行解决)" })
  communityCanSolve: boolean;
}

@InputType({ description: "What a ticket is about, for the lists to name the body (权责匹配)" })
export class MatchTicketInput {
  @Field(() => String, { description: "Matter code (事项编码)" })
  matter: string;

  @Field(() => PowerItemCode, {
    nullable: true,
    description:
      "The item, when the dispatcher knows better; absent: the lists of the day are asked (职权编码)",
  })
  item?: string;

  @Field(() => LimitName, {
    nullable: true,
    description: "Class of limit, counted from intake; absent: as it is (时限类别)",
  })
  limit?: LimitName;
}

@InputType({ description: "What the unit did (办结)" })
export class HandleTicketInput {
  @Field(() => Boolean, { description: "Whether the demander was spoken to (是否联系诉求人)" })
  contacted: boolean;

  @Field(() => Boolean, { description: "Whether it is solved (是否解决)" })
  solved: boolean;

  @Field(() => String, { nullable: true, description: "Why not; needed when unsolved (未解决原因)" })
  reasonUnsolved?: string;

  @Field(() => String, { description: "What was done, for the file (办理情况)" })
  account: string;

  @Field(() => String, {
    nullable: true,
    description: "Answer fit to be published; needed for the feedback at the latest (公开答复内容)",
  })
  publicReply?: string;
}

@InputType({ description: "The leader who takes a case (包案领导, PG-7)" })
export class CaseLeaderInput {
  @Field(() => String, { description: "Identifier of the person (人员标识)" })
  personId: string;

  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, { description: "Unit the leader belongs to (单位)" })
  unit: string;
}
