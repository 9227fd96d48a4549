import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { StreetOrderKind } from "../street-order-class/street-order-class.ts";

/** What the time limit of a case is counted in. Other units do not occur in case standards. */
export enum StreetOrderLimitUnit {
  WORKING_HOURS = "WORKING_HOURS",
  WORKING_DAYS = "WORKING_DAYS",
}
registerEnumType(StreetOrderLimitUnit, {
  name: "StreetOrderLimitUnit",
  description: "What the time limit of a case is counted in (处置时限单位)",
  valuesConfig: {
    WORKING_HOURS: { description: "09:00–12:00 and 13:00–17:00 on working days (工作时)" },
    WORKING_DAYS: {
      description: "To the end of the n-th working day; the day of dispatch is not counted (工作日)",
    },
  },
});

@Entity()
@ObjectType({
  description:
    "What a district holds cases of a sub-class to: when one is registered, how long its handling may take, when it may be closed (立案、处置与结案标准, CJJ/T 106)",
})
@Public()
export class StreetOrderStandard {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  kind: StreetOrderKind;

  @PrimaryColumn({ type: "text" })
  subclassCode: string;

  @Field(() => GraphQLLocalDate, {
    description: "First day it counts; to the day a later one of the sub-class begins (生效日期)",
  })
  @PrimaryColumn({ type: "date" })
  validFrom: Day;

  @Field(() => String, { description: "When a case is registered (立案条件)" })
  @Column({ type: "text" })
  registrationCondition: string;

  @Field(() => Int, {
    description: "How long the handling may take, from the dispatch, in `limitUnit` (处置时限)",
  })
  @Column({ type: "int" })
  limitAmount: number;

  @Field(() => StreetOrderLimitUnit, { description: "What the limit is counted in (时限单位)" })
  @Column({ type: "text" })
  limitUnit: StreetOrderLimitUnit;

  @Field(() => String, { description: "When the case may be closed (结案条件)" })
  @Column({ type: "text" })
  closingCondition: string;

  @Column({ type: "text", nullable: true })
  responsibleUnitCode: string | null;

  @Field(() => Boolean, { description: "True: a sample, not the district's published standard (样例)" })
  @Column({ type: "boolean" })
  sample: boolean;
}

/** A sub-class in a district: what a standard belongs to, as one text. */
export const standardKey = ({
  districtCode,
  kind,
  subclassCode,
}: Pick<StreetOrderStandard, "districtCode" | "kind" | "subclassCode">): string =>
  `${districtCode}:${kind}:${subclassCode}`;
