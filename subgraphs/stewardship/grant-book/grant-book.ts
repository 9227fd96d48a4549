import { Field, Int, ObjectType } from "type-graphql";
import { DataGrant } from "../data-grant/data-grant.ts";

@ObjectType({
  description:
    "All grants that are or will be in force, and which change of them this is; for the gateway (授权台账)",
})
export class GrantBook {
  @Field(() => Int, { description: "Rises with every change of any grant (版本)" })
  version: number;

  @Field(() => [DataGrant], {
    nullable: true,
    description:
      "The approved grants whose time is not over, those among them whose time is still to come; null where nothing changed since the version given (授权)",
  })
  grants: DataGrant[] | null;
}
