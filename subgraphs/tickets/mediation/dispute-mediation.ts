import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import type { ArrivalUnit } from "./dispute-class.ts";
import { MediationState } from "./mediation-state.ts";

/** One level's attempt: what it does not bring about the level above tries anew, as the next turn. */
@Entity()
@ObjectType({ description: "The mediation of a dispute at one level (矛盾纠纷调解, GZ-15)" })
export class DisputeMediation {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description: "Number of the ticket, also for those who may not see the ticket itself (工单编号)",
  })
  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which of this ticket, from 1: a level each (第几次调解)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Field(() => MediationState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: MediationState;

  @Column({ type: "text" })
  matterCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text" })
  hostUnitCode: string;

  /** The time within which mediators arrive, as its class had it when it began. */
  @Column({ type: "int" })
  limitAmount: number;

  @Column({ type: "text" })
  limitUnit: ArrivalUnit;

  @Field(() => Date, { description: "When it began (开始时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  openedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it ended; null while open (结束时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  endedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the parties sit again; null unless adjourned (下次调解时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  nextSittingAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the parties were told to turn: the next level, arbitration, a court; null unless they did not agree (调解不成的告知)",
  })
  @Column({ type: "text", nullable: true })
  advice: string | null;

  /** The whistle whose kind calls mediators, blown before the mediation or while it was open. */
  @Column({ type: "text", nullable: true })
  whistleNumber: string | null;

  @Column({ type: "int" })
  version: number;
}

export const DisputeMediationConnection = connectionOf(DisputeMediation, { counted: true });
