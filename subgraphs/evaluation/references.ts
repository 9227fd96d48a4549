import { Field, ID, ObjectType } from "type-graphql";
import { DivisionCode } from "../shared/scalars.ts";
import { External, Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as evaluation points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType({ description: "The work record of a demand (工单)" })
@Key("number")
export class Ticket {
  @Field(() => String, { description: "Ticket number (工单编号)" })
  number: string;

  /** Asked of the tickets subgraph before anything is told here: who may not see a ticket does not get this. */
  @Field(() => Date, { description: "When the demand was taken in (受理时间)" })
  @External()
  receivedAt: Date;
}

@ObjectType({ description: "A formal call for joint action (哨)" })
@Key("number")
export class Whistle {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;
}

@ObjectType({ description: "A unit that acts: body, department, office, team or company (单位)" })
@Key("code")
@Public()
export class Unit {
  @Field(() => String, { description: "Unit code (单位编码)" })
  code: string;
}

@ObjectType({ description: "A division (区划)" })
@Key("code")
@Public()
export class Division {
  @Field(() => DivisionCode, { description: "Division code (区划代码)" })
  code: string;
}

@ObjectType({ description: "A matter demands are about (事项)" })
@Key("code")
@Public()
export class Matter {
  @Field(() => String, { description: "Matter code (事项编码)" })
  code: string;
}

@ObjectType({ description: "A grid member (网格员)" })
@Key("id")
@Public()
export class GridMember {
  @Field(() => ID, { description: "Member id (网格员编号)" })
  id: string;
}

export const ticketOf = (number: string): Ticket => Object.assign(new Ticket(), { number });
export const whistleOf = (number: string): Whistle => Object.assign(new Whistle(), { number });
export const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });
export const divisionOf = (code: string): Division => Object.assign(new Division(), { code });
export const matterOf = (code: string): Matter => Object.assign(new Matter(), { code });
