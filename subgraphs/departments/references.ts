import { Field, ObjectType } from "type-graphql";
import { DivisionCode, GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** What other subgraphs own and this one adds to. */

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
export class Grid {
  @Field(() => GridCode)
  code: string;
}

export const divisionOf = (code: string): Division => Object.assign(new Division(), { code });
