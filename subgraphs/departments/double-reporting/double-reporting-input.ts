import { GraphQLLocalDate } from "graphql-scalars";
import { ArgsType, Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { DoubleReportingKind } from "./double-reporting.ts";

@InputType({ description: "A body or a person that reports to a community (报到, PG-17)" })
export class ReportToCommunityInput {
  @Field(() => DoubleReportingKind, { description: "Who reports (类型)" })
  kind: DoubleReportingKind;

  @Field(() => DivisionCode, { description: "Code of the community or village (社区代码)" })
  community: string;

  @Field(() => String, {
    description: "Code of the body's unit, or of the unit the person comes from (单位代码)",
  })
  unit: string;

  @Field(() => String, {
    nullable: true,
    description: "The person's identifier, as in their token; absent for a body (人员标识)",
  })
  personId?: string;

  @Field(() => String, { nullable: true, description: "The person's name; absent for a body (姓名)" })
  name?: string;

  @Field(() => String, { nullable: true, description: "The temporary post, where it is one (临时职务)" })
  post?: string;

  @Field(() => GraphQLLocalDate, { description: "Day of reporting, today or before (报到日期)" })
  on: Day;
}

@ArgsType()
export class DoubleReportingArgs extends PageArgs {
  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  division?: string;

  @Field(() => String, { nullable: true, description: "Of this unit, by code (单位)" })
  unit?: string;

  @Field(() => [DoubleReportingKind], { nullable: true, description: "Of these kinds (类型)" })
  kinds?: DoubleReportingKind[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Lasting on this day; absent: ever (日期)" })
  on?: Day;
}
