import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, External, Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as stewardship points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("code")
@Public()
export class Unit {
  @Field(() => String)
  code: string;
}

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

@ObjectType()
@Key("number")
export class Ticket {
  @Field(() => String)
  number: string;
}

@ObjectType()
@Key("id")
export class Household {
  @Field(() => ID)
  @External()
  id: string;
}

@ObjectType()
@Key("id")
export class Resident {
  @Field(() => ID)
  id: string;

  /** Asked of the grids subgraph before anything is told here: it answers residents about themselves alone. */
  @Field(() => Household, { nullable: true })
  @External()
  household: Household | null;
}

export const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });

/** Who did something for a unit, in whichever post. */
export const officeHolderOf = ({ unit, personId }: OfficeHolder): OfficeHolder =>
  Object.assign(new OfficeHolder(), { unit, personId });
