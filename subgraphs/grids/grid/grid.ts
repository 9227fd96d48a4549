import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { GridCode } from "../../shared/scalars.ts";
import { Key, Public } from "../../shared/schema-directives.ts";
import { MapPoint } from "../place/map-point.ts";
import { type Boundary, polygonColumn } from "./grid.boundary.ts";

export enum GridKind {
  BASIC = "BASIC",
  EXCLUSIVE = "EXCLUSIVE",
}
registerEnumType(GridKind, {
  name: "GridKind",
  description: "Kind of grid (网格类型)",
  valuesConfig: {
    BASIC: { description: "Basic grid (基础网格) of 300 to 400 households, ZY-1" },
    EXCLUSIVE: { description: "Exclusive grid (专属网格) of one institution, ZY-2" },
  },
});

export enum InstitutionType {
  MARKET = "MARKET",
  SCHOOL = "SCHOOL",
  HOSPITAL = "HOSPITAL",
  PARK = "PARK",
}
registerEnumType(InstitutionType, {
  name: "InstitutionType",
  description: "What an exclusive grid is for (专属网格所属单位类型, ZY-2)",
  valuesConfig: {
    MARKET: { description: "Market or shopping area (商圈市场)" },
    SCHOOL: { description: "School (学校)" },
    HOSPITAL: { description: "Hospital (医院)" },
    PARK: { description: "Business or industrial park (园区)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A grid (网格): the smallest managed area, inside one community. Its code is never used again after it was split or merged.",
})
@Key("code")
@Public()
export class Grid {
  @Field(() => GridCode, { description: "Grid code (网格代码), 15 digits, CJ/T 213" })
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text" })
  communityCode: string;

  @Field(() => String, { description: "Name (名称), e.g. 汇景第1网格" })
  @Column({ type: "text" })
  name: string;

  @Field(() => GridKind, { description: "Basic or exclusive (类型, ZY-1, ZY-2)" })
  @Column({ type: "text" })
  kind: GridKind;

  @Field(() => InstitutionType, {
    nullable: true,
    description: "What an exclusive grid is for; null for a basic grid (所属单位类型, ZY-2)",
  })
  @Column({ type: "text", nullable: true })
  institutionType: InstitutionType | null;

  @Field(() => [MapPoint], {
    description:
      "Its corners in order, WGS84, the first not repeated. The western and southern edges belong to it (边界)",
  })
  @Column({ type: "polygon", transformer: polygonColumn })
  boundary: Boundary;

  @Field(() => Boolean, {
    description:
      "True: the boundary is made up, not surveyed. No real grid boundaries are published (合成边界)",
  })
  @Column({ type: "boolean" })
  synthetic: boolean;

  @Column({ type: "text", nullable: true })
  partyBranchCode: string | null;

  @Field(() => Int, { description: "Households in the grid now (户数)" })
  @Column({ type: "int" })
  householdCount: number;

  @Field(() => GraphQLLocalDate, { description: "First day of the grid (启用日期)" })
  @Column({ type: "date" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it is no longer a grid; null while it is one (停用日期)",
  })
  @Column({ type: "date", nullable: true })
  validTo: Day | null;

  @Field(() => Int, { description: "Rises with every split or merge (版本)" })
  @Column({ type: "int" })
  version: number;
}

export const GridConnection = connectionOf(Grid, { public: true });
