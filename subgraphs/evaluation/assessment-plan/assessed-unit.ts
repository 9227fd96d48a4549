import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { AssessmentKind } from "./assessment-plan.ts";

/** A unit under a plan, with its result once there is one. */
@Entity()
@ObjectType({ description: "A unit under an assessment plan, with its result (被考核单位, KF-16)" })
export class AssessedUnit {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { name: "plan", description: "Number of the plan (方案编号)" })
  @PrimaryColumn({ type: "text" })
  planNumber: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  /** Kind and year of the plan, kept here too so that the database itself allows one comprehensive assessment a year. */
  @Column({ type: "text" })
  kind: AssessmentKind;

  @Column({ type: "int" })
  year: number;

  @Field(() => Int, {
    nullable: true,
    description: "Assessors' score, 0 to 100; null until recorded (考核得分)",
  })
  @Column({ type: "int", nullable: true })
  score: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "People asked in the public-recognition survey; null when none was held (测评人数, KF-16)",
  })
  @Column({ type: "int", nullable: true })
  surveyed: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of these, satisfied; null when none was held (满意人数)",
  })
  @Column({ type: "int", nullable: true })
  satisfied: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Score and survey by the plan's weight, 0 to 100; null until recorded (总分, KF-16)",
  })
  @Column({ type: "double precision", nullable: true })
  total: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What the score is based on; null until recorded (考核意见)",
  })
  @Column({ type: "text", nullable: true })
  opinion: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the result was recorded; null until then (记录时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  recordedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}
