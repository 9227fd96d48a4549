import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OfficialsOnly } from "../officials-only.ts";

/**
 * What one unit has to do of a ticket that takes several. The ticket stays one, with its handling unit answerable for
 * the whole; it cannot be declared done while a task is open.
 */
@Entity()
@ObjectType({ description: "What one unit has to do of a ticket that takes several (分解任务, ZY-16)" })
export class TicketTask {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which task of this ticket, from 1 (序号)" })
  @PrimaryColumn({ type: "int" })
  ordinal: number;

  @Column({ type: "text" })
  unitCode: string;

  @Column({ type: "text" })
  matterCode: string;

  @Column({ type: "text", nullable: true })
  itemCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: "List that allowed it on the day it was given; null when it goes by contract (依据清单)",
  })
  @Column({ type: "text", nullable: true })
  listId: string | null;

  @Field(() => Int, { nullable: true, description: "Version of that list on the day (清单版本, GZ-11)" })
  @Column({ type: "int", nullable: true })
  listVersion: number | null;

  @Field(() => Boolean, {
    description: "True for a company, which has no powers and acts by contract (依合同协办)",
  })
  @Column({ type: "boolean" })
  byContract: boolean;

  @Field(() => String, { description: "What is to be done (任务内容)" })
  @Column({ type: "text" })
  task: string;

  @Field(() => Date, { description: "When it was given (分派时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  assignedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the unit signed for it; null until then (签收时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  signedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was done; null until then (完成时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  doneAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "What came of it; null until done, withheld from residents (办理结果)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  result: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the unit was let off, sent back or taken away; null if it was not (退回、撤回时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  releasedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the unit was let off; null if it was not, withheld from residents (退回、撤回理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  releaseReason: string | null;
}

/** Still to be done. */
export const isOpen = ({ doneAt, releasedAt }: TicketTask): boolean => doneAt === null && releasedAt === null;
