import { Field, ID, ObjectType } from "type-graphql";
import { CreditCode, DivisionCode, GridCode, PowerItemCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as tickets points at them: their keys, and what `*.resolver.ts` here contributes. */

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

@ObjectType()
@Key("code")
@Public()
export class Estate {
  @Field(() => String)
  code: string;
}

@ObjectType()
@Key("code", { resolvable: false })
@Public()
export class Building {
  @Field(() => String)
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
@Key("code", { resolvable: false })
@Public()
export class Matter {
  @Field(() => String)
  code: string;
}

@ObjectType()
@Key("code", { resolvable: false })
@Public()
export class PowerItem {
  @Field(() => PowerItemCode)
  code: string;
}

@ObjectType()
@Key("id", { resolvable: false })
export class Resident {
  @Field(() => ID)
  id: string;
}

@ObjectType()
@Key("creditCode")
@Public()
export class Business {
  @Field(() => CreditCode)
  creditCode: string;
}
