import { Field, ID, ObjectType } from "type-graphql";
import { DivisionCode, GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as civil affairs points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("id")
export class Resident {
  @Field(() => ID)
  id: string;
}

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

export const residentOf = (id: string): Resident => Object.assign(new Resident(), { id });

const gridDigits = 15;

/** The grid of a place; null where the place is a community with no grid over the building (ZY-3). */
export const gridAt = (placeCode: string): Grid | null =>
  placeCode.length === gridDigits ? Object.assign(new Grid(), { code: placeCode }) : null;

export const communityAt = (placeCode: string): Division =>
  Object.assign(new Division(), { code: placeCode.slice(0, 12) });
