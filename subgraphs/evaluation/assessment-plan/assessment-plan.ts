import { Field, Float, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";

/** What kind of assessment a plan sets up. */
export enum AssessmentKind {
  COMPREHENSIVE = "COMPREHENSIVE",
  SPECIAL_EVALUATION = "SPECIAL_EVALUATION",
  SINGLE_ITEM = "SINGLE_ITEM",
}
registerEnumType(AssessmentKind, {
  name: "AssessmentKind",
  description: "Kind of assessment (考核类别, GZ-10, KF-16)",
  valuesConfig: {
    COMPREHENSIVE: { description: "The one comprehensive assessment of the year (一次性综合考核, GZ-10)" },
    SPECIAL_EVALUATION: {
      description:
        "Year-end evaluation of sub-districts, with the public-recognition survey (专项评估, KF-16)",
    },
    SINGLE_ITEM: { description: "Assessment of a single item (单项考核, GZ-10)" },
  },
});

/** Who demands a veto item. */
export enum VetoLevel {
  CENTRAL = "CENTRAL",
  PROVINCIAL = "PROVINCIAL",
  CITY = "CITY",
  DISTRICT = "DISTRICT",
  DEPARTMENT = "DEPARTMENT",
}
registerEnumType(VetoLevel, {
  name: "VetoLevel",
  description: "Who demands a veto item; only the first two may (一票否决层级, GZ-10)",
  valuesConfig: {
    CENTRAL: { description: "The centre (中央)" },
    PROVINCIAL: { description: "The province (省级)" },
    CITY: { description: "The city (市级)" },
    DISTRICT: { description: "The district (区级)" },
    DEPARTMENT: { description: "A department (部门)" },
  },
});

@InputType("VetoItemInput", { description: "An item whose failure sinks the score (一票否决事项, GZ-10)" })
@ObjectType({ description: "An item whose failure sinks the score (一票否决事项, GZ-10)" })
export class VetoItem {
  @Field(() => String, { description: "The item (事项)" })
  name: string;

  @Field(() => VetoLevel, { description: "Who demands it (层级)" })
  level: VetoLevel;
}

/** Who is assessed in a year, by whom, for what (考核方案). */
@Entity()
@ObjectType({ description: "Who is assessed in a year, by whom and for what (考核方案, GZ-10, KF-16)" })
export class AssessmentPlan {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Plan number, e.g. 620702-A-20201201-0001 (方案编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => AssessmentKind, { description: "What kind of assessment it is (考核类别)" })
  @Column({ type: "text" })
  kind: AssessmentKind;

  @Field(() => Int, { description: "The year assessed (考核年度)" })
  @Column({ type: "int" })
  year: number;

  @Field(() => String, { description: "What is assessed (考核内容)" })
  @Column({ type: "text" })
  title: string;

  @Column({ type: "text" })
  organiserUnitCode: string;

  /** In thousandths, as the rate rules are. */
  @Column({ type: "int", nullable: true })
  satisfactionWeight: number | null;

  @Field(() => Float, {
    name: "satisfactionWeight",
    nullable: true,
    description:
      "Weight of the public-recognition survey, 0 to 1; null when none is held (群众满意度权重, KF-16)",
  })
  get satisfactionShare(): number | null {
    return this.satisfactionWeight === null ? null : this.satisfactionWeight / 1000;
  }

  @Field(() => [VetoItem], { description: "Items whose failure sinks the score (一票否决事项)" })
  @Column({ type: "jsonb" })
  vetoItems: VetoItem[];

  @Field(() => Date, { description: "When it was created (制定时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  createdAt: Date;
}

export const AssessmentPlanConnection = connectionOf(AssessmentPlan);
