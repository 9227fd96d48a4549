import { Field, ObjectType } from "type-graphql";
import { CreditCode, DivisionCode, GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as city management points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode)
  code: string;
}

@ObjectType()
@Key("code")
@Public()
export class Division {
  @Field(() => DivisionCode)
  code: string;
}

@ObjectType()
@Key("code")
@Public()
export class Unit {
  @Field(() => String)
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

export const gridOf = (code: string): Grid => Object.assign(new Grid(), { code });
export const divisionOf = (code: string): Division => Object.assign(new Division(), { code });
export const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });
export const ticketOf = (number: string): Ticket => Object.assign(new Ticket(), { number });
export const businessOf = (creditCode: string): Business => Object.assign(new Business(), { creditCode });
