import { Field, Int, ObjectType } from "type-graphql";
import { CaseAccessRule } from "../case-access/case-access-rule.ts";
import { CaseExclusion } from "../case-access/case-exclusion.ts";
import { DataGrant } from "../data-grant/data-grant.ts";

@ObjectType({
  description:
    "All that is or will be granted, to bodies by name and to whoever is called to a case, and which change of it this is; for the gateway (授权台账)",
})
export class GrantBook {
  @Field(() => Int, { description: "Rises with every change of any of it (版本)" })
  version: number;

  @Field(() => [DataGrant], {
    nullable: true,
    description:
      "The approved grants whose time is not over, those among them whose time is still to come; null where nothing changed since the version given (授权)",
  })
  grants: DataGrant[] | null;

  @Field(() => [CaseAccessRule], {
    nullable: true,
    description:
      "The case access rules not withdrawn whose time is not over; null where nothing changed (案内访问规则)",
  })
  caseAccessRules: CaseAccessRule[] | null;

  @Field(() => [CaseExclusion], {
    nullable: true,
    description: "The exclusions from cases not lifted; null where nothing changed (案内访问排除)",
  })
  caseExclusions: CaseExclusion[] | null;
}
