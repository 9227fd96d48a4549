import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ClockStep } from "../whistle-clock.ts";

@Entity()
@ObjectType({
  description: "More time asked for on a whistle's clock, and what was decided (哨的延期申请与审核)",
})
export class WhistleExtension {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @Field(() => Int, { description: "Which one of this whistle, from 1 (第几次申请)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Field(() => ClockStep, { description: "Of which clock (环节)" })
  @Column({ type: "text" })
  step: ClockStep;

  @Field(() => Int, { description: "Which checkpoint, from 1; 0 for every other step (节点序号)" })
  @Column({ type: "int" })
  ordinal: number;

  @Column({ type: "text" })
  unitCode: string;

  @Column({ type: "text" })
  askedById: string;

  @Field(() => Int, { description: "How much more, in the clock's own unit (申请延长量)" })
  @Column({ type: "int" })
  amount: number;

  @Field(() => String, { description: "Why it takes longer (延期理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "When it was asked for (申请时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  askedAt: Date;

  @Field(() => Boolean, { nullable: true, description: "Granted or refused; null until decided (是否同意)" })
  @Column({ type: "boolean", nullable: true })
  granted: boolean | null;

  @Field(() => String, { nullable: true, description: "Grounds of the decision; null until then (审核意见)" })
  @Column({ type: "text", nullable: true })
  grounds: string | null;

  @Field(() => Date, { nullable: true, description: "When it was decided; null until then (审核时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: "text", nullable: true })
  decidedByUnitCode: string | null;

  @Column({ type: "text", nullable: true })
  decidedById: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "The new end of the clock, had it not been paused since; null unless granted (延长后期限)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  dueAt: Date | null;
}
