import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Key, Public } from "../../shared/schema-directives.ts";

/** Somebody who serves in a unit, as the establishment office knows them; here are the cards of those who are grid members. */
@ObjectType()
@Key("unit personId")
@Public()
export class OfficeHolder {
  @Field(() => String)
  unit: string;

  @Field(() => ID)
  @Authenticated()
  personId: string;
}
