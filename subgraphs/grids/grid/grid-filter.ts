import { ArgsType, Field, InputType, Int } from "type-graphql";
import { PageArgs } from "../../shared/connection.ts";
import { GridKind, InstitutionType } from "./grid.ts";

@InputType({ description: "Which grids; what is absent does not restrict (网格筛选)" })
export class GridFilter {
  @Field(() => GridKind, { nullable: true, description: "Of this kind (类型)" })
  kind?: GridKind;

  @Field(() => InstitutionType, {
    nullable: true,
    description: "Exclusive grids for this (所属单位类型, ZY-2)",
  })
  institutionType?: InstitutionType;

  @Field(() => String, { nullable: true, description: "Whose name contains this (名称的一部分)" })
  name?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only basic grids outside 300 to 400 households (规模异常, ZY-1)",
  })
  outsideSize?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Only grids whose visit rate in this year is below 90 % (年入户率未达标的年度, KF-2)",
  })
  visitRateBelowTargetIn?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: also grids that were split or merged away (含已停用)",
  })
  includeClosed?: boolean;
}

@ArgsType()
export class GridListArgs extends PageArgs {
  @Field(() => GridFilter, {
    nullable: true,
    description: "Which grids; all current ones when absent (筛选)",
  })
  filter?: GridFilter;
}
