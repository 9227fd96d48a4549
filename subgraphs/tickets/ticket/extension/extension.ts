import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OfficialsOnly } from "../../officials-only.ts";

@Entity()
@ObjectType({ description: "A longer limit asked for, and what the centre decided (延期申请与审核)" })
export class Extension {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;

  @Field(() => Int, { description: "Which one of this ticket, from 1 (第几次申请)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Column({ type: "text" })
  unitCode: string;

  @Field(() => Int, { description: "Days asked for beyond the limit (申请延长天数)" })
  @Column({ type: "int" })
  days: number;

  @Field(() => String, {
    nullable: true,
    description: "Why it takes longer; null only when withheld from a resident (延期理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "When it was asked for (申请时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  askedAt: Date;

  @Field(() => Boolean, { nullable: true, description: "Granted or refused; null until decided (是否同意)" })
  @Column({ type: "boolean", nullable: true })
  granted: boolean | null;

  @Field(() => Date, { nullable: true, description: "When it was decided; null until then (审核时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Grounds of the decision; null until then, and of decisions made before grounds were kept (审核意见)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  grounds: string | null;

  @Column({ type: "text", nullable: true })
  decidedByUnitCode: string | null;
}
