import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

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

  @Field(() => String, { description: "What the unit is told to do (督办意见)" })
  @Column({ type: "text" })
  instruction: string;

  @Field(() => Date, { description: "When (督办时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;
}
