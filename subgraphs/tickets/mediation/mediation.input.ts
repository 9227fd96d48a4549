import { GraphQLLocalDate } from "graphql-scalars";
import { ArgsType, Field, InputType, Int } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { PageArgs } from "../../shared/connection.ts";
import { PositionInput } from "../../shared/position-input.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { TimeLimitUnit } from "../../shared/time-limit-unit.ts";
import { MediationState, SittingOutcome } from "./mediation-state.ts";

@InputType({ description: "A mediator to be called (邀请调解员)" })
export class MediatorInput {
  @Field(() => String, { description: "Code of the unit that sends one (单位编码)" })
  unit: string;

  @Field(() => String, {
    nullable: true,
    description: "Who of it is asked for, by post, e.g. 人民调解员; absent: whomever it sends (岗位)",
  })
  post?: string;
}

@InputType({ description: "A mediation to be opened on a dispute (发起调解, GZ-15)" })
export class OpenMediationInput {
  @Field(() => String, { description: "Number of its ticket (工单编号)" })
  number: string;

  @Field(() => String, {
    description:
      "Code of the unit that leads it: a centre or committee of the place; after a mediation that failed, one level up (主持单位, GZ-14)",
  })
  host: string;

  @Field(() => [MediatorInput], { description: "Mediators to be called (调解员)" })
  mediators: MediatorInput[];
}

@InputType({ description: "Further mediators for a mediation under way (增邀调解员)" })
export class InviteMediatorsInput {
  @Field(() => String, { description: "Number of the ticket (工单编号)" })
  number: string;

  @Field(() => [MediatorInput], { description: "Mediators to be called (调解员)" })
  mediators: MediatorInput[];
}

@InputType({ description: "A mediator's check-in where the parties are (到场登记, GZ-16)" })
export class CheckInMediatorInput {
  @Field(() => String, { description: "Number of the ticket (工单编号)" })
  number: string;

  @Field(() => PositionInput, { nullable: true, description: "Where the check-in was made (到场位置)" })
  position?: PositionInput;
}

@InputType({ description: "A sitting that was held (调解会记录, GZ-15)" })
export class RecordSittingInput {
  @Field(() => String, { description: "Number of the ticket (工单编号)" })
  number: string;

  @Field(() => Date, { description: "When it was held (时间)" })
  heldAt: Date;

  @Field(() => String, { description: "Where; no home address: all who see the case read it (地点)" })
  place: string;

  @Field(() => [String], { description: "Codes of the units whose mediators were there (到场调解员单位)" })
  mediators: string[];

  @Field(() => String, {
    description: "Who of the parties came; shown to those on the case alone (到场当事人)",
  })
  parties: string;

  @Field(() => SittingOutcome, { description: "What came of it (结果)" })
  outcome: SittingOutcome;

  @Field(() => String, {
    nullable: true,
    description: "The agreement, with AGREED; shown to those on the case alone (调解协议)",
  })
  agreement?: string;

  @Field(() => Date, { nullable: true, description: "When they sit again, with ADJOURNED (下次时间)" })
  nextSittingAt?: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the parties were told to turn, with NOT_AGREED: the next level, arbitration, a court; no personal data (告知事项)",
  })
  advice?: string;
}

@InputType({ description: "Which mediations; everything given must hold (调解筛选条件)" })
export class MediationFilter {
  @Field(() => String, { nullable: true, description: "Of this ticket (工单编号)" })
  ticket?: string;

  @Field(() => [MediationState], { nullable: true, description: "In one of these states (状态)" })
  states?: MediationState[];

  @Field(() => String, { nullable: true, description: "Led by this unit, by code (主持单位)" })
  host?: string;

  @Field(() => String, { nullable: true, description: "Calling this unit, by code (调解员单位)" })
  mediator?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: a mediator's time is up and nobody of it has come; false: none such (是否逾时未到, GZ-16)",
  })
  late?: boolean;
}

@ArgsType()
export class MediationListArgs extends PageArgs {
  @Field(() => MediationFilter, {
    nullable: true,
    description: "Which mediations; absent: all you may see (筛选)",
  })
  filter?: MediationFilter;
}

@InputType({ description: "A matter that is to count as a dispute (设定纠纷类别, GZ-16)" })
export class DisputeClassInput {
  @Field(() => DivisionCode, { description: "District, 6 digits (区县)" })
  district: string;

  @Field(() => String, { description: "Matter, by code (事项)" })
  matter: string;

  @Field(() => Int, { description: "How many, from the invitation to the arrival (到场时限数量)" })
  amount: number;

  @Field(() => TimeLimitUnit, { description: "Of what; no working hours (时限单位)" })
  unit: TimeLimitUnit;

  @Field(() => GraphQLLocalDate, { description: "First day in force, today or later (生效日期)" })
  from: Day;
}
