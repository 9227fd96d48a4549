import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";

/** How the demander was asked. */
export enum CallBackChannel {
  PHONE = "PHONE",
  MESSAGE = "MESSAGE",
  NET = "NET",
}
registerEnumType(CallBackChannel, {
  name: "CallBackChannel",
  description: "How the demander was asked (回访方式)",
  valuesConfig: {
    PHONE: { description: "By telephone (电话回访)" },
    MESSAGE: { description: "By text message (短信回访)" },
    NET: { description: "On the net or in the mini-programme (网络回访)" },
  },
});

/** How the demander judges the handling. */
export enum Satisfaction {
  SATISFIED = "SATISFIED",
  BASICALLY_SATISFIED = "BASICALLY_SATISFIED",
  DISSATISFIED = "DISSATISFIED",
  NOT_RATED = "NOT_RATED",
}
registerEnumType(Satisfaction, {
  name: "Satisfaction",
  description: "How the demander judges the handling (满意度)",
  valuesConfig: {
    SATISFIED: { description: "Satisfied (满意)" },
    BASICALLY_SATISFIED: { description: "Basically satisfied, counted at a factor (基本满意)" },
    DISSATISFIED: { description: "Dissatisfied (不满意)" },
    NOT_RATED: { description: "Asked, but would not say (未评价)" },
  },
});

/** Why a call-back does not count: the demander said nothing about the handling. */
export enum InvalidReason {
  UNREACHABLE = "UNREACHABLE",
  WRONG_NUMBER = "WRONG_NUMBER",
  NOT_THE_DEMANDER = "NOT_THE_DEMANDER",
  REFUSED = "REFUSED",
}
registerEnumType(InvalidReason, {
  name: "InvalidCallBackReason",
  description: "Why a call-back does not count in the rates (无效回访原因)",
  valuesConfig: {
    UNREACHABLE: { description: "Nobody answered (无法接通、无人接听)" },
    WRONG_NUMBER: { description: "The number is wrong or out of use (空号、错号)" },
    NOT_THE_DEMANDER: { description: "Somebody else answered (非本人)" },
    REFUSED: { description: "The demander would not be asked (拒绝回访)" },
  },
});

/**
 * What the demander said once feedback was given. Of one feedback at most one call-back is valid; a ticket reopened
 * and answered again is called back again.
 */
@Entity()
@ObjectType({ description: "What the demander said about the handling, asked after the feedback (回访)" })
export class CallBack {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which call-back of this ticket it is, from 1 (第几次回访)" })
  @PrimaryColumn({ type: "int" })
  ordinal: number;

  @Field(() => Date, { description: "When the feedback it asks about was given (所针对的反馈时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  feedbackAt: Date;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text" })
  handlingUnitCode: string;

  @Column({ type: "text", nullable: true })
  matterCode: string | null;

  @Field(() => Date, { description: "When it was recorded (回访时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  @Field(() => String, { description: "The post that recorded it (回访岗位)" })
  @Column({ type: "text" })
  callerPost: string;

  @Column({ type: "text" })
  callerUnitCode: string;

  /** Who called; kept for the evidence, not shown. */
  @Column({ type: "text" })
  callerId: string;

  @Field(() => CallBackChannel, { description: "How the demander was asked (回访方式)" })
  @Column({ type: "text" })
  channel: CallBackChannel;

  @Field(() => Int, { description: "How often it was tried before this result (尝试次数)" })
  @Column({ type: "int" })
  attempts: number;

  @Field(() => Boolean, { description: "Whether it counts in the three rates (是否有效回访)" })
  @Column({ type: "boolean" })
  valid: boolean;

  @Field(() => InvalidReason, {
    nullable: true,
    description: "Why it does not count; null when it does (无效原因)",
  })
  @Column({ type: "text", nullable: true })
  invalidReason: InvalidReason | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the handling unit had got in touch; null when not valid (是否联系, 响应率)",
  })
  @Column({ type: "boolean", nullable: true })
  contacted: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the demander says it is solved; null when not valid (是否解决, 解决率)",
  })
  @Column({ type: "boolean", nullable: true })
  solved: boolean | null;

  @Field(() => Satisfaction, {
    nullable: true,
    description: "How the demander judges the handling; null when not valid (满意度, 满意率)",
  })
  @Column({ type: "text", nullable: true })
  satisfaction: Satisfaction | null;

  @Column({ type: "text", nullable: true })
  opinion: string | null;

  /** The day it counts for, by the day boundary in force when it was recorded. */
  @Column({ type: "date" })
  countingDay: Day;
}

export const CallBackConnection = connectionOf(CallBack, { counted: true });
