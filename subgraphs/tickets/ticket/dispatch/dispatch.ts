import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OfficialsOnly } from "../../officials-only.ts";

@Entity()
@ObjectType({
  description: "One sending of a ticket to a unit (派单), and its return if there was one (退单)",
})
export class Dispatch {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which sending of this ticket, from 1 (第几次派单)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Column({ type: "text" })
  unitCode: string;

  @Column({ type: "text" })
  matterCode: string;

  @Column({ type: "text", nullable: true })
  itemCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: "List that allowed it on the day of dispatch; null when it goes by contract (依据清单)",
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

  @Field(() => Date, { description: "When it was sent (派单时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  dispatchedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the unit sent it back; null if it did not (退单时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  returnedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was sent back; null if it was not, withheld from residents (退单理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  returnGrounds: string | null;
}
