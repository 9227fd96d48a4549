import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ClockStep } from "./whistle-clock.ts";

@ObjectType({ description: "A clock that was escalated (超时升级)" })
export class EscalatedClock {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  whistle: string;

  @Field(() => ClockStep, { description: "What was not done in time (环节)" })
  step: ClockStep;

  @Field(() => Int, { description: "Which checkpoint, from 1; 0 for every other step (节点序号)" })
  ordinal: number;

  @Field(() => [String], { description: "Codes of the late units (超时单位)" })
  late: string[];

  @Field(() => [String], { description: "Codes of the units whose chiefs it went to (升级至)" })
  escalatedTo: string[];
}

/** One look at a district's clocks, kept: what it escalated is never escalated again. */
@Entity()
@ObjectType({ description: "One sweep over a district's clocks (超时巡检)" })
export class WhistleSweep {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Field(() => Date, { description: "The instant by which it judged (巡检时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Field(() => [EscalatedClock], {
    description: "What it escalated, of 200 whistles at most; empty when there was nothing left (升级记录)",
  })
  @Column({ type: "jsonb" })
  escalated: EscalatedClock[];
}
