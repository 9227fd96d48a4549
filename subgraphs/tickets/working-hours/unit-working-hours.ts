import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";

@ObjectType({ description: "A span of office hours (工作时段)" })
export class WorkingSpan {
  @Field(() => String, { description: "From, `09:00` (起)" })
  from: string;

  @Field(() => String, { description: "To, `17:30`, at most `24:00` (止)" })
  to: string;

  @Field(() => Boolean, {
    description: "Also on days off: somebody is on duty then (节假日是否值班, GZ-16)",
  })
  everyDay: boolean;
}

@InputType({ description: "A span of office hours to set (工作时段)" })
export class WorkingSpanInput {
  @Field(() => String, { description: "From, `09:00` (起)" })
  from: string;

  @Field(() => String, { description: "To, `17:30`, at most `24:00` (止)" })
  to: string;

  @Field(() => Boolean, { defaultValue: false, description: "Also on days off (节假日是否值班, GZ-16)" })
  everyDay: boolean;
}

/**
 * The office hours a unit has of its own, from a day on until the next entry. A whistle's working hours are counted by
 * those of its lead; where it has none, by the profile's.
 */
@Entity()
@ObjectType({ description: "A unit's own office hours, from a day on (单位工作时间)" })
export class UnitWorkingHours {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  @Field(() => GraphQLLocalDate, { description: "First day they hold (生效日期)" })
  @PrimaryColumn({ type: "date" })
  validFrom: Day;

  @Field(() => [WorkingSpan], {
    description: "The spans, in order; 00:00 to 24:00 every day is round the clock (工作时段)",
  })
  @Column({ type: "jsonb" })
  spans: WorkingSpan[];

  @Field(() => Date, { description: "When they were set (设定时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  setAt: Date;
}
