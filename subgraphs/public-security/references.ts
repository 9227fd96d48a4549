import { Field, ID, ObjectType } from "type-graphql";
import { CreditCode, GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as public security points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("id")
export class Resident {
  @Field(() => ID)
  id: string;
}

@ObjectType()
@Key("code")
@Public()
export class Building {
  @Field(() => String)
  code: string;
}

@ObjectType()
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode)
  code: string;
}

@ObjectType()
@Key("number")
export class Ticket {
  @Field(() => String)
  number: string;
}

@ObjectType()
@Key("creditCode")
@Public()
export class Business {
  @Field(() => CreditCode)
  creditCode: string;
}

@ObjectType()
@Key("code")
@Public()
export class Unit {
  @Field(() => String)
  code: string;
}

export const residentOf = (id: string): Resident => Object.assign(new Resident(), { id });
export const buildingOf = (code: string): Building => Object.assign(new Building(), { code });
export const gridOf = (code: string): Grid => Object.assign(new Grid(), { code });
export const ticketOf = (number: string): Ticket => Object.assign(new Ticket(), { number });
export const businessOf = (creditCode: string): Business => Object.assign(new Business(), { creditCode });
export const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });
