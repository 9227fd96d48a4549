import { Field, ID, ObjectType } from "type-graphql";
import { CasePart } from "../../shared/case-part.ts";
import type { CaseScope as Scope } from "../../shared/principal.ts";

@ObjectType({
  description:
    "What belongs to an open case (案件范围): to what other departments hold of it, a unit that has a part in the case may be let. Codes and numbers only.",
})
export class CaseScope implements Scope {
  @Field(() => String, { description: "The ticket's number, by which the case is known (工单编号)" })
  number: string;

  @Field(() => [String], { description: "That ticket and those merged into it (本案工单, KF-5)" })
  tickets: string[];

  @Field(() => [String], { description: "Whistles blown from them (本案哨)" })
  whistles: string[];

  @Field(() => [ID], { description: "Ids of the residents who asked (涉案居民)" })
  residents: string[];

  @Field(() => [String], { description: "Credit codes of the businesses that asked (涉案市场主体)" })
  businesses: string[];

  @Field(() => [String], { description: "Codes of the buildings it happened in (涉案楼栋)" })
  buildings: string[];

  @Field(() => [String], { description: "Codes of the grids it happened in (涉案网格)" })
  grids: string[];

  @Field(() => [CasePart], {
    description: "As what the caller's body works on the case; none where it only looks on (本单位角色)",
  })
  parts: CasePart[];
}
