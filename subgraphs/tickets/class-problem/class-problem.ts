import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Key } from "../../shared/schema-directives.ts";
import { OfficialsOnly } from "../officials-only.ts";

export enum ClassProblemState {
  OPEN = "OPEN",
  PLANNED = "PLANNED",
  CLOSED = "CLOSED",
  DISMISSED = "DISMISSED",
}

/** In which a class problem takes in what belongs to it. */
export const openStates: readonly ClassProblemState[] = [ClassProblemState.OPEN, ClassProblemState.PLANNED];

registerEnumType(ClassProblemState, {
  name: "ClassProblemState",
  description: "State of a class problem (一类问题状态)",
  valuesConfig: {
    OPEN: {
      description: "Found by the trend or by somebody's judgement; cause and plan are to come (已研判)",
    },
    PLANNED: { description: "A plan is drawn up (已制定方案)" },
    CLOSED: { description: "The plan is carried out and everybody answered (已解决)" },
    DISMISSED: {
      description:
        "Dismissed with the hot class it came of, before a plan was approved; its tickets go on by themselves (已排除)",
    },
  },
});

@Entity()
@ObjectType({
  description:
    "A class of problem: many demands for one matter in one place, however they were worded, solved together (一类问题, ZY-21)",
})
@Key("number")
export class ClassProblem {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 110117-C-20210928-0001 (编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => ClassProblemState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: ClassProblemState;

  @Column({ type: "text" })
  matterCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Version of the trend rule that opened it; null when somebody judged so (研判规则版本)",
  })
  @Column({ type: "int", nullable: true })
  ruleVersion: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is called; null when the trend opened it, then its matter says so (名称)",
  })
  @Column({ type: "text", nullable: true })
  title: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why somebody took it for a class of problem; null when the trend opened it, withheld from residents (研判理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  grounds: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the problem exists, as found on site; null until recorded, withheld from residents (成因, PG-11)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  cause: string | null;

  @Field(() => Date, { nullable: true, description: "When the cause was recorded (成因记录时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  causeRecordedAt: Date | null;

  @Column({ type: "text", nullable: true })
  planField: string | null;

  @Column({ type: "text", nullable: true })
  planText: string | null;

  @Column({ type: "int", nullable: true })
  quantityPlanned: number | null;

  @Column({ type: "int", nullable: true })
  quantityDone: number | null;

  @Column({ type: "text", nullable: true })
  quantityUnit: string | null;

  @Column({ type: "text", nullable: true })
  approvedByUnitCode: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  approvedAt: Date | null;

  @Field(() => Date, { description: "When it was opened (立项时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  openedAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was closed; null until then (办结时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  closedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}

export const ClassProblemConnection = connectionOf(ClassProblem);
