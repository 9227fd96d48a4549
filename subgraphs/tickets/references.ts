import { Field, ObjectType } from "type-graphql";
import { DivisionCode, GridCode, PowerItemCode } from "../shared/scalars.ts";
import { Key, Public } from "../shared/schema-directives.ts";

/** Other subgraphs' entities, as tickets points at them: their keys, and what `*.resolver.ts` here contributes. */

@ObjectType({ description: "A division (区划)" })
@Key("code")
@Public()
export class Division {
  @Field(() => DivisionCode, { description: "Division code (区划代码)" })
  code: string;
}

@ObjectType({ description: "A grid (网格)" })
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode, { description: "Grid code (网格代码)" })
  code: string;
}

@ObjectType({ description: "A housing estate (小区)" })
@Key("code")
@Public()
export class Estate {
  @Field(() => String, { description: "Estate code: the community's 12 digits and -E01 … (小区编码)" })
  code: string;
}

@ObjectType({ description: "A building with a QR plate (楼栋)" })
@Key("code", { resolvable: false })
@Public()
export class Building {
  @Field(() => String, { description: "Code of its QR plate (楼栋码, ZY-14)" })
  code: string;
}

@ObjectType({ description: "A unit that acts: body, department, office, team or company (单位)" })
@Key("code")
@Public()
export class Unit {
  @Field(() => String, { description: "Unit code (单位编码)" })
  code: string;
}

@ObjectType({ description: "A matter demands are about (事项)" })
@Key("code", { resolvable: false })
@Public()
export class Matter {
  @Field(() => String, { description: "Matter code (事项编码)" })
  code: string;
}

@ObjectType({ description: "An item of a power, duty or service list (职权事项)" })
@Key("code", { resolvable: false })
@Public()
export class PowerItem {
  @Field(() => PowerItemCode, { description: "Power item code (职权编码)" })
  code: string;
}
