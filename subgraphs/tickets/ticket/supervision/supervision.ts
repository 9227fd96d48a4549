import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OfficialsOnly } from "../../officials-only.ts";

@Entity()
@ObjectType({ description: "One pressing of the handling unit (督办, ZY-18)" })
export class Supervision {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which one of this ticket, from 1 (第几次督办)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Column({ type: "text" })
  supervisorUnitCode: string;

  @Column({ type: "text" })
  unitCode: string;

  @Field(() => String, {
    nullable: true,
    description: "What the unit is told to do; null only when withheld from a resident (督办意见)",
  })
  @OfficialsOnly()
  @Column({ type: "text" })
  instruction: string;

  @Field(() => Date, { description: "When (督办时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;
}
