import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

/** 检查结果. */
export enum InspectionResult {
  NOTHING_FOUND = "NOTHING_FOUND",
  CORRECTED_ON_THE_SPOT = "CORRECTED_ON_THE_SPOT",
  ORDERED_TO_CORRECT = "ORDERED_TO_CORRECT",
  CASE_OPENED = "CASE_OPENED",
  NOT_AT_ADDRESS = "NOT_AT_ADDRESS",
}
registerEnumType(InspectionResult, {
  name: "InspectionResult",
  description: "What an inspection came to (检查结果)",
  valuesConfig: {
    NOTHING_FOUND: { description: "No problem was found (未发现问题)" },
    CORRECTED_ON_THE_SPOT: {
      description: "A problem was put right while the inspectors were there (现场整改)",
    },
    ORDERED_TO_CORRECT: { description: "A problem must be put right by a day set (责令改正)" },
    CASE_OPENED: { description: "A case was opened that may end in a penalty (立案)" },
    NOT_AT_ADDRESS: { description: "The business cannot be found at its registered premises (住所无法联系)" },
  },
});

@Entity()
@ObjectType({ description: "An inspection of a business by the department (检查)" })
@Key("number")
@Granted()
export class Inspection {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-I-20260312-0004 (检查编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "text" })
  creditCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Column({ type: "text", nullable: true })
  ticketNumber: string | null;

  @Field(() => Boolean, {
    description:
      "Whether both the business and the inspectors were drawn at random (双随机, 国办发〔2015〕58号); false: on a plan, a complaint or a follow-up",
  })
  @Column({ type: "boolean" })
  drawnAtRandom: boolean;

  @Field(() => GraphQLLocalDate, { description: "Day of the inspection (检查日期)" })
  @Column({ type: "date" })
  inspectedOn: Day;

  @Field(() => InspectionResult, { description: "What it came to (检查结果)" })
  @Column({ type: "text" })
  result: InspectionResult;

  @Field(() => String, {
    nullable: true,
    description: "What was found; null when nothing was (检查发现)",
  })
  @Column({ type: "text", nullable: true })
  findings: string | null;

  @Field(() => String, {
    description: "Name of the inspector who led it. Personal data (检查人员)",
  })
  @Personal(PersonalKind.NAME)
  @Column({ type: "text" })
  inspectorName: string;
}

export const InspectionConnection = connectionOf(Inspection);
