import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public, RequiresScopes } from "../../shared/schema-directives.ts";
import { Division } from "../division/division.ts";
import { Estate } from "../estate/estate.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { HouseholdListArgs } from "../household/household.store.ts";
import { type Household, HouseholdConnection } from "../household/household.ts";
import { GridMember } from "../member/grid-member.ts";
import { MapPoint } from "../place/map-point.ts";
import { Building, BuildingConnection } from "./building.ts";

@Resolver(() => Building)
export class BuildingResolver {
  @Query(() => Building, {
    nullable: true,
    description:
      "What a scanned QR plate stands for; null when the code is none of ours (扫码, 一号一码, ZY-14)",
  })
  @Public()
  building(
    @Arg("code", () => String, { description: "What the plate carries (二维码编号)" }) code: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Building | null> {
    return load.building.load(code);
  }

  @Query(() => BuildingConnection, {
    description:
      "Buildings that lie in no grid. The list must be empty: every dwelling is covered (未覆盖楼栋, ZY-3)",
  })
  @Public()
  uncoveredBuildings(
    @Arg("within", () => DivisionCode, { description: "Only buildings inside this division (所属区划)" })
    within: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { buildings }: GridsContext,
  ): Promise<Page<Building>> {
    return buildings.uncovered(within, args);
  }

  @FieldResolver(() => MapPoint, { description: "Where it stands, WGS84 (位置)" })
  position(@Root() { longitude, latitude }: Building): MapPoint {
    return { longitude, latitude };
  }

  @FieldResolver(() => Division, { nullable: true, description: "The community it lies in (所属社区)" })
  division(@Root() { communityCode }: Building, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(communityCode);
  }

  @FieldResolver(() => Estate, {
    nullable: true,
    description: "The estate it belongs to; null when it stands outside any (所属小区)",
  })
  estate(@Root() { estateCode }: Building, @Ctx() { load }: GridsContext): Promise<Estate | null> | null {
    return estateCode ? load.estate.load(estateCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it lies in; null is a gap in coverage to be cleared (所属网格, ZY-3)",
  })
  grid(@Root() { gridCode }: Building, @Ctx() { load }: GridsContext): Promise<Grid | null> | null {
    return gridCode ? load.grid.load(gridCode) : null;
  }

  @FieldResolver(() => [GridMember], {
    description:
      "Who serves it today: its grid's members, and of building heads its own (责任网格员, ZY-10, ZY-14)",
  })
  members(@Root() { code }: Building, @Ctx() { load }: GridsContext): Promise<GridMember[]> {
    return load.membersOfBuilding.load(code);
  }

  @FieldResolver(() => HouseholdConnection, {
    nullable: true,
    description: "Its households that you may see; null when they are withheld from you altogether (户)",
  })
  @RequiresScopes(...householdScopes)
  households(
    @Root() { code }: Building,
    @Args(() => HouseholdListArgs) args: HouseholdListArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Household>> {
    return load.householdsOfBuilding(code, args);
  }
}
