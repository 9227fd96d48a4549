import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key } from "../../shared/schema-directives.ts";

/** The states of a ticket; `ticket.lifecycle.ts` says which move leads from which to which. */
export enum TicketState {
  RECEIVED = "RECEIVED",
  VERIFIED = "VERIFIED",
  MATCHED = "MATCHED",
  DISPATCHED = "DISPATCHED",
  SIGNED = "SIGNED",
}
registerEnumType(TicketState, {
  name: "TicketState",
  description: "State of a ticket (工单状态)",
  valuesConfig: {
    RECEIVED: { description: "Taken in (已受理)" },
    VERIFIED: { description: "Checked on site by the community (已核实, KF-7)" },
    MATCHED: { description: "A power item and its body are known (已匹配权责)" },
    DISPATCHED: { description: "Sent to a unit (已派单)" },
    SIGNED: { description: "The unit took receipt (已签收)" },
  },
});

@Entity()
@ObjectType({ description: "The work record of a demand, from intake to archive (工单)" })
@Key("number")
export class Ticket {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description:
      "Ticket number: district, day of intake, running number, e.g. 110117-20210928-000015 (工单编号)",
  })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => TicketState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: TicketState;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  handlingUnitCode: string | null;

  @Field(() => Date, { description: "When the demand was taken in (受理时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  receivedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the unit signed for it; null until then (签收时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  signedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}
