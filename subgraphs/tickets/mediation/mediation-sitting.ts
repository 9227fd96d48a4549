import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { SittingOutcome } from "./mediation-state.ts";

@Entity()
@ObjectType({ description: "A sitting of the parties with mediators (调解会, GZ-15)" })
export class MediationSitting {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number of the ticket (工单编号)" })
  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which mediation of the ticket, from 1 (第几次调解)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Field(() => Int, { description: "Which of this mediation, from 1 (第几次)" })
  @PrimaryColumn({ type: "int" })
  ordinal: number;

  @Field(() => Date, { description: "When it was held (时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  heldAt: Date;

  @Field(() => String, { description: "Where: a room of the hosts, no home (地点)" })
  @Column({ type: "text" })
  place: string;

  /** Codes of the units whose mediators were there. */
  @Column({ type: "text", array: true })
  mediators: string[];

  /** May name people: resolved for those who may know them, as is the agreement. */
  @Column({ type: "text" })
  parties: string;

  @Field(() => SittingOutcome, { description: "What came of it (结果)" })
  @Column({ type: "text" })
  outcome: SittingOutcome;

  @Column({ type: "text", nullable: true })
  agreement: string | null;

  @Field(() => Date, { description: "When it was written down (记录时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;
}
