import { Field, ObjectType } from "type-graphql";
import { OfficialsOnly } from "../../officials-only.ts";

@ObjectType({ description: "The leader who takes a case personally (包案领导, PG-7)" })
export class CaseLeader {
  @Field(() => String, {
    nullable: true,
    description: "Identifier of the person; null only when withheld from a resident (人员标识)",
  })
  @OfficialsOnly()
  personId: string;

  @Field(() => String, { description: "Name (姓名); a leader's case is public to those who see the ticket" })
  name: string;

  /** Resolved to a unit. */
  unitCode: string;
}
