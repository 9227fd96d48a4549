import { Field, InputType } from "type-graphql";
import { CreditCode, DivisionCode } from "../../shared/scalars.ts";
import { StreetOrderKind } from "../street-order-class/street-order-class.ts";
import { StreetOrderState } from "./street-order-state.ts";

@InputType({ description: "Which street-order cases; every condition given must hold (案件筛选条件)" })
export class StreetOrderCaseFilter {
  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  within?: string;

  @Field(() => StreetOrderState, { nullable: true, description: "In this state (案件状态)" })
  state?: StreetOrderState;

  @Field(() => StreetOrderKind, { nullable: true, description: "About components, or events (案件类型)" })
  kind?: StreetOrderKind;

  @Field(() => String, { nullable: true, description: "Of this sub-class, four digits (小类代码)" })
  subclass?: string;

  @Field(() => String, { nullable: true, description: "About this component (部件代码)" })
  component?: string;

  @Field(() => CreditCode, { nullable: true, description: "About this business (统一社会信用代码)" })
  business?: string;

  @Field(() => String, { nullable: true, description: "Dispatched to this unit (处置单位代码)" })
  handlingUnit?: string;

  @Field(() => Boolean, { nullable: true, description: "Overdue, or not (是否超期)" })
  overdue?: boolean;
}
