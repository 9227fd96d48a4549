import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Satisfaction } from "./call-back.ts";

@InputType({ description: "Which call-backs to list; what is absent does not restrict (回访筛选)" })
export class CallBackFilter {
  @Field(() => String, { nullable: true, description: "Handled by this unit (承办单位)" })
  unit?: string;

  @Field(() => String, { nullable: true, description: "About tickets of this matter (事项)" })
  matter?: string;

  @Field(() => DivisionCode, { nullable: true, description: "About tickets inside this division (区划)" })
  division?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those that count, or only the others (是否有效)",
  })
  valid?: boolean;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "Counting for this day or a later one, by the day boundary of the rule: the first day of a rate's period (计入统计日起)",
  })
  countedFrom?: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Counting for this day or an earlier one: the last day of a rate's period (计入统计日止)",
  })
  countedUntil?: Day;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only where the unit had got in touch, or only where it had not (是否联系)",
  })
  contacted?: boolean;

  @Field(() => Boolean, { nullable: true, description: "Only solved, or only unsolved (是否解决)" })
  solved?: boolean;

  @Field(() => Satisfaction, { nullable: true, description: "Only this satisfaction (满意度)" })
  satisfaction?: Satisfaction;
}
