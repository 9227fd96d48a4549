import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";

/** Which side of a whistle is graded: each side grades the other (互考). */
export enum EvaluationDirection {
  OF_RESPONDER = "OF_RESPONDER",
  OF_BLOWER = "OF_BLOWER",
}
registerEnumType(EvaluationDirection, {
  name: "EvaluationDirection",
  description: "Which side of a whistle is graded (评价方向, KF-15, BJ-3)",
  valuesConfig: {
    OF_RESPONDER: {
      description:
        "The blower, or the centre where the profile says so, grades a called unit; due on every whistle (吹哨方评应哨方)",
    },
    OF_BLOWER: { description: "A called unit grades the blower; it may, it need not (应哨方评吹哨方)" },
  },
});

/** Where an evaluation stands; `whistle-evaluation.lifecycle.ts` says which move leads from which to which. */
export enum EvaluationState {
  DUE = "DUE",
  GIVEN = "GIVEN",
  FILED = "FILED",
}
registerEnumType(EvaluationState, {
  name: "EvaluationState",
  description: "Where an evaluation stands (评价状态, KF-15)",
  valuesConfig: {
    DUE: { description: "The whistle is confirmed, the grade not yet given (待评价)" },
    GIVEN: { description: "Graded, with an opinion (已评价)" },
    FILED: { description: "On record with the performance office; counts for the year (绩效办已备案)" },
  },
});

/** One side of a whistle graded by the other, once the whistle is confirmed (哨评). */
@Entity()
@ObjectType({
  description:
    "One side of a whistle graded by the other, once the whistle is confirmed (哨评、互考, KF-15, BJ-3)",
})
export class WhistleEvaluation {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @PrimaryColumn({ type: "text" })
  evaluatorUnitCode: string;

  @PrimaryColumn({ type: "text" })
  subjectUnitCode: string;

  @Field(() => EvaluationDirection, { description: "Which side is graded (评价方向)" })
  @Column({ type: "text" })
  direction: EvaluationDirection;

  @Field(() => String, { description: "Kind of the whistle, e.g. TACKLING (哨的种类)" })
  @Column({ type: "text" })
  whistleKind: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Role of the called unit, e.g. LEAD or ASSISTING; null when the blower is graded (牵头、协办)",
  })
  @Column({ type: "text", nullable: true })
  role: string | null;

  @Field(() => Date, { nullable: true, description: "When the graded unit signed; null: never (签收时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  signedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When the graded unit arrived; null: never (报到时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  arrivedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the graded unit issued measures; null: never (提出措施时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  measuresAt: Date | null;

  @Field(() => EvaluationState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: EvaluationState;

  @Field(() => Date, { description: "When the whistle was confirmed and this fell due (待评价起始时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  dueSince: Date;

  @Field(() => Int, { description: "The year for which it counts (考核年度)" })
  @Column({ type: "int" })
  year: number;

  @Field(() => Int, { nullable: true, description: "Grade, 0 to 100; null until given (得分)" })
  @Column({ type: "int", nullable: true })
  score: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What the grade is based on; null until given (评价意见)",
  })
  @Column({ type: "text", nullable: true })
  opinion: string | null;

  @Field(() => Date, { nullable: true, description: "When it was given; null until then (评价时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  givenAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was put on record with the performance office; null until then (备案时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  filedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}

export const WhistleEvaluationConnection = connectionOf(WhistleEvaluation, { counted: true });
