import { Field, InputType } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { PoliceCallKind } from "./police-call.ts";

@InputType({ description: "Which police calls; every condition given must hold (警情筛选条件)" })
export class PoliceCallFilter {
  @Field(() => DivisionCode, { nullable: true, description: "Taken place inside this division (所属区划)" })
  within?: string;

  @Field(() => PoliceCallKind, { nullable: true, description: "What for (警情类别)" })
  kind?: PoliceCallKind;

  @Field(() => Date, { nullable: true, description: "Taken at this instant or later (报警时间起)" })
  from?: Date;

  @Field(() => Date, { nullable: true, description: "Taken before this instant (报警时间止，不含)" })
  until?: Date;
}
