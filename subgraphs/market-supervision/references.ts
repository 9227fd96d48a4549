import { Field, ObjectType } from "type-graphql";
import { DivisionCode, GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as market supervision points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode)
  code: string;
}

@ObjectType()
@Key("code", { resolvable: false })
@Public()
export class Division {
  @Field(() => DivisionCode)
  code: string;
}

@ObjectType()
@Key("number")
export class Ticket {
  @Field(() => String)
  number: string;
}

export const gridOf = (code: string): Grid => Object.assign(new Grid(), { code });
export const divisionOf = (code: string): Division => Object.assign(new Division(), { code });
export const ticketOf = (number: string): Ticket => Object.assign(new Ticket(), { number });
