import { Field, ObjectType } from "type-graphql";
import { CasePart } from "../../shared/case-part.ts";

@ObjectType({
  description:
    "A body of government that works on an open case: it was sent the ticket, is called by a whistle or was given a task (案件承办、应哨单位). Companies, which act by contract, are none",
})
export class CaseBody {
  @Field(() => String, { description: "Number of the ticket (工单编号)" })
  ticketNumber: string;

  @Field(() => [String], { description: "That ticket and those merged into it (本案工单, KF-5)" })
  tickets: string[];

  @Field(() => String, { description: "Code of its unit (单位代码)" })
  unitCode: string;

  @Field(() => CasePart, { description: "What it has to do; a body may have several parts (角色)" })
  part: CasePart;
}
