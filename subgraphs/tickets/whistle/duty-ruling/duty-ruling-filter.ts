import { ArgsType, Field, InputType } from "type-graphql";
import { PageArgs } from "../../../shared/connection.ts";
import { DivisionCode } from "../../../shared/scalars.ts";
import { DisputeDecision } from "../whistle-participant.ts";

@InputType({ description: "Which rulings; everything given must hold (裁决筛选条件)" })
export class DutyRulingFilter {
  @Field(() => String, { nullable: true, description: "On this matter, by code (事项)" })
  matter?: string;

  @Field(() => String, {
    nullable: true,
    description: "Contested by this unit, or found to be its duty, by code (单位)",
  })
  unit?: string;

  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  division?: string;

  @Field(() => DisputeDecision, { nullable: true, description: "So decided (裁决结果)" })
  decision?: DisputeDecision;

  @Field(() => Date, { nullable: true, description: "Decided at or after this instant (裁决起)" })
  decidedFrom?: Date;

  @Field(() => Date, { nullable: true, description: "Decided before this instant (裁决止)" })
  decidedBefore?: Date;
}

@ArgsType()
export class DutyRulingListArgs extends PageArgs {
  @Field(() => DutyRulingFilter, {
    nullable: true,
    description: "Which rulings; absent: all of your district (筛选)",
  })
  filter?: DutyRulingFilter;
}
