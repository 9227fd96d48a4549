import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Post } from "../../shared/principal.ts";
import { Granted } from "../../shared/schema-directives.ts";

/** The seven steps (七步闭环) of digital city management, in their order. */
export enum StreetOrderStepName {
  COLLECTION = "COLLECTION",
  ESTABLISHMENT = "ESTABLISHMENT",
  DISPATCH = "DISPATCH",
  HANDLING = "HANDLING",
  FEEDBACK = "FEEDBACK",
  VERIFICATION = "VERIFICATION",
  EVALUATION = "EVALUATION",
}
registerEnumType(StreetOrderStepName, {
  name: "StreetOrderStepName",
  description: "The seven steps of digital city management, in their order (七步闭环, CJJ/T 106)",
  valuesConfig: {
    COLLECTION: { description: "Whoever finds it reports it (信息收集)" },
    ESTABLISHMENT: { description: "The supervision centre registers or declines it (案卷建立)" },
    DISPATCH: { description: "The command centre sends it to the handling unit (任务派遣)" },
    HANDLING: { description: "The handling unit deals with it (任务处理)" },
    FEEDBACK: { description: "The command centre tells the supervision centre that it is done (处理反馈)" },
    VERIFICATION: { description: "The supervision centre looks and closes it, or sends it back (核查结案)" },
    EVALUATION: { description: "The supervision centre says how it went (综合评价)" },
  },
});

@Entity()
@ObjectType({ description: "One step of a street-order case as it was taken; never altered (办理环节)" })
@Granted({ orTakingPart: true })
export class StreetOrderStep {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  caseNumber: string;

  @Field(() => Int, {
    description: "Place in the case, from 1; more than seven when it came back for rework (序号)",
  })
  @PrimaryColumn({ type: "int" })
  ordinal: number;

  @Field(() => StreetOrderStepName, { description: "Which of the seven (环节)" })
  @Column({ type: "text" })
  step: StreetOrderStepName;

  @Field(() => Date, { description: "When it was taken (办理时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Column({ type: "text" })
  unitCode: string;

  @Field(() => String, { description: "The post that took it (办理岗位)" })
  @Column({ type: "text" })
  post: `${Post}`;

  /** Who took it; kept for the evidence, not shown: a unit answers for its people. */
  @Column({ type: "text" })
  personId: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "At establishment whether it was registered, at verification whether it passed; null at the other steps (是否通过)",
  })
  @Column({ type: "boolean", nullable: true })
  passed: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "What was noted: measures, findings, grounds; null if nothing (办理意见)",
  })
  @Column({ type: "text", nullable: true })
  note: string | null;
}
