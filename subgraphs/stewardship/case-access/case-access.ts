import { Field, ObjectType } from "type-graphql";
import { CasePart } from "../../shared/case-part.ts";
import { CaseAccessRule } from "./case-access-rule.ts";
import { CaseExclusion } from "./case-exclusion.ts";

@ObjectType({
  description:
    "What one body may read in one case at this instant because it works on it (案内访问): it came with the call or dispatch and ends with it, nobody granted it by name",
})
export class CaseAccess {
  @Field(() => CaseAccessRule, { description: "The rule of the owner's that opens it (依据规则)" })
  rule: CaseAccessRule;

  /** Resolved to a unit. */
  unitCode: string;

  @Field(() => [CasePart], { description: "As what the body works on the case (案内角色)" })
  parts: CasePart[];

  @Field(() => CaseExclusion, {
    nullable: true,
    description: "What the owner closed of it again; null while it is open (排除)",
  })
  exclusion: CaseExclusion | null;
}
