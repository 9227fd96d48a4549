import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { TimeLimitUnit } from "../../shared/time-limit-unit.ts";

/** What a mediator's coming can be counted in: no office hours, as disputes are taken in day and night (GZ-16). */
export type ArrivalUnit = Exclude<TimeLimitUnit, TimeLimitUnit.WORKING_HOURS>;

/** A change is a new version with its first day; a mediation keeps the limit it began under. */
@Entity()
@ObjectType({
  description:
    "A matter that is a dispute in a district, and within what time its mediators arrive (纠纷类别, GZ-15, GZ-16)",
})
export class DisputeClass {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  matterCode: string;

  @Field(() => Int, { description: "Version; never altered (版本)" })
  @PrimaryColumn({ type: "int" })
  version: number;

  @Field(() => Int, { description: "How many, from the invitation to the arrival (到场时限数量)" })
  @Column({ type: "int" })
  amount: number;

  @Field(() => TimeLimitUnit, { description: "Of what (时限单位)" })
  @Column({ type: "text" })
  unit: ArrivalUnit;

  @Field(() => GraphQLLocalDate, { description: "First day in force (生效日期)" })
  @Column({ type: "date" })
  validFrom: Day;
}
