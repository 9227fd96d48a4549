import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { UnitKind, UnitLevel } from "./unit-kind.ts";

@InputType({ description: "Which units to list; every condition given must hold (单位筛选条件)" })
export class UnitFilter {
  @Field(() => DivisionCode, { nullable: true, description: "Units of this district (所属区县)" })
  district?: string;

  @Field(() => UnitKind, { nullable: true, description: "Units of this kind (单位类型)" })
  kind?: UnitKind;

  @Field(() => UnitLevel, { nullable: true, description: "Units of this level (层级)" })
  level?: UnitLevel;

  @Field(() => String, { nullable: true, description: "Units directly below this one (上级单位代码)" })
  parent?: string;

  @Field(() => DivisionCode, {
    nullable: true,
    description: "Units serving exactly this division (服务区划)",
  })
  division?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only government bodies, or only others (是否行政主体)",
  })
  government?: boolean;

  @Field(() => String, { nullable: true, description: "Part of a name, either plate (名称的一部分)" })
  search?: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Units existing on this day; today when absent (日期)",
  })
  on?: Day;
}
