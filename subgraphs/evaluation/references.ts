import { Field, ID, ObjectType } from "type-graphql";
import { DivisionCode } from "../shared/scalars.ts";
import { External, Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as evaluation points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("number")
export class Ticket {
  @Field(() => String)
  number: string;

  /** Asked of the tickets subgraph before anything is told here: who may not see a ticket does not get this. */
  @Field(() => Date)
  @External()
  receivedAt: Date;
}

@ObjectType()
@Key("number")
export class Whistle {
  @Field(() => String)
  number: string;
}

@ObjectType()
@Key("code")
@Public()
export class Unit {
  @Field(() => String)
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
export class Matter {
  @Field(() => String)
  code: string;
}

@ObjectType()
@Key("id")
@Public()
export class GridMember {
  @Field(() => ID)
  id: string;
}

export const ticketOf = (number: string): Ticket => Object.assign(new Ticket(), { number });
export const whistleOf = (number: string): Whistle => Object.assign(new Whistle(), { number });
export const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });
export const divisionOf = (code: string): Division => Object.assign(new Division(), { code });
export const matterOf = (code: string): Matter => Object.assign(new Matter(), { code });
