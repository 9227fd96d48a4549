import { Field, ObjectType } from "type-graphql";
import { GridCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as we point at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType()
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode)
  code: string;
}

export const gridOf = (code: string): Grid => Object.assign(new Grid(), { code });
