import { Field, ObjectType } from "type-graphql";
import { DivisionCode, GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** What other subgraphs own and this one adds to. */

@ObjectType({ description: "A division (区划): province, city, district, sub-district or community" })
@Key("code")
@Public()
export class Division {
  @Field(() => DivisionCode, { description: "Division code (区划代码)" })
  code: string;
}

@ObjectType({ description: "A grid (网格), the smallest managed area of a community" })
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode, { description: "Grid code (网格代码)" })
  code: string;
}

export const divisionOf = (code: string): Division => Object.assign(new Division(), { code });
