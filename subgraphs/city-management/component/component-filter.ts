import { Field, InputType } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { ComponentState } from "./component.ts";

@InputType({ description: "Which components; every condition given must hold (部件筛选条件)" })
export class ComponentFilter {
  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  within?: string;

  @Field(() => String, { nullable: true, description: "Of this class, two digits (大类代码)" })
  streetOrderClass?: string;

  @Field(() => String, { nullable: true, description: "Of this sub-class, four digits (小类代码)" })
  subclass?: string;

  @Field(() => ComponentState, { nullable: true, description: "In this state (状态)" })
  state?: ComponentState;

  @Field(() => String, { nullable: true, description: "That this unit answers for (责任单位代码)" })
  responsibleUnit?: string;
}
