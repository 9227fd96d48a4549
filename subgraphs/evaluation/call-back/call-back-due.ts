import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";

/** Feedback about which nobody has said anything that counts yet. It is there while the call-back is due, no longer. */
@Entity()
@ObjectType({ description: "A demander still to be asked about the handling (待回访)" })
export class CallBackDue {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Date, { description: "When the feedback was given: it is due from then on (反馈时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  feedbackAt: Date;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text" })
  handlingUnitCode: string;
}

export const CallBackDueConnection = connectionOf(CallBackDue, { counted: true });
