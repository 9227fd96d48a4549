import { Field, InputType } from "type-graphql";
import { DivisionCode, GridCode } from "../../shared/scalars.ts";

@InputType({
  description: "Which businesses; every condition given must hold, one at least (市场主体筛选条件)",
})
export class BusinessFilter {
  @Field(() => String, {
    nullable: true,
    description: "Part of the registered name or of what people call it, at least two characters (名称)",
  })
  name?: string;

  @Field(() => GridCode, { nullable: true, description: "In this grid (所在网格)" })
  grid?: string;

  @Field(() => DivisionCode, { nullable: true, description: "In this division (所在区划)" })
  division?: string;
}
