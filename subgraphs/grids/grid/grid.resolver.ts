import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { PositionInput, readPosition } from "../../shared/position-input.ts";
import { DivisionCode, GridCode } from "../../shared/scalars.ts";
import { Public, RequiresScopes } from "../../shared/schema-directives.ts";
import { PartyBranch } from "../branch/party-branch.ts";
import { type Building, BuildingConnection } from "../building/building.ts";
import { Division } from "../division/division.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { HouseholdListArgs } from "../household/household.store.ts";
import { type Household, HouseholdConnection } from "../household/household.ts";
import { GridMember } from "../member/grid-member.ts";
import { NetworkGrid, SourceNetwork } from "../network/network-grid.ts";
import { PlaceAlias } from "../place/place-alias.ts";
import { type Visit, VisitConnection } from "../visit/visit.ts";
import { GridSizeFinding, gridSizeFinding } from "./grid.size.ts";
import { Grid, GridConnection } from "./grid.ts";
import { GridListArgs } from "./grid-filter.ts";
import { VisitRate, visitRate } from "./visit-rate.ts";

@Resolver(() => Grid)
export class GridResolver {
  @Query(() => Grid, {
    nullable: true,
    description: "One grid by its code, current or not; null when there is none (按代码查网格)",
  })
  @Public()
  grid(
    @Arg("code", () => GridCode, { description: "Grid code (网格代码)" }) code: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Grid | null> {
    return load.grid.load(code);
  }

  @Query(() => GridConnection, {
    description: "Grids within a division, in the order of their codes (查网格)",
  })
  @Public()
  grids(
    @Arg("within", () => DivisionCode, { description: "Only grids inside this division (所属区划)" })
    within: string,
    @Args(() => GridListArgs) args: GridListArgs,
    @Ctx() { grids }: GridsContext,
  ): Promise<Page<Grid>> {
    return grids.within(within, args);
  }

  @Query(() => Grid, {
    nullable: true,
    description:
      "The grid a point lies in today: every point in at most one, an exclusive grid before a basic one. Null where there is none (按位置查网格, ZY-2, ZY-3)",
  })
  @Public()
  gridAt(
    @Arg("position", () => PositionInput, { description: "In any of the three datums (位置)" })
    position: PositionInput,
    @Ctx() { load }: GridsContext,
  ): Promise<Grid | null> {
    return load.gridAt.load(readPosition(position));
  }

  @Query(() => [Grid], {
    description:
      "What a source network's grid is among the unified grids; several after a split, when only a position can decide (按原网格编号查网格, BJ-5)",
  })
  @Public()
  gridsOfNetwork(
    @Arg("district", () => DivisionCode, { description: "District (区县)" }) district: string,
    @Arg("network", () => SourceNetwork, { description: "The network (来源网络)" }) network: SourceNetwork,
    @Arg("id", () => String, { description: "The network's own id for its grid (原网格编号)" }) id: string,
    @Ctx() { grids }: GridsContext,
  ): Promise<Grid[]> {
    return grids.ofNetwork(district, network, id);
  }

  @FieldResolver(() => Division, { nullable: true, description: "The community or village (所属社区)" })
  division(@Root() { communityCode }: Grid, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(communityCode);
  }

  @FieldResolver(() => GridSizeFinding, {
    nullable: true,
    description:
      "A warning when a basic grid has fewer than 300 or more than 400 households; else null (规模提示, ZY-1)",
  })
  sizeFinding(@Root() grid: Grid): GridSizeFinding | null {
    return gridSizeFinding(grid);
  }

  @FieldResolver(() => VisitRate, {
    description: "Annual household-visit rate, with its alert (年入户率, KF-2)",
  })
  async visitRate(
    @Root() { code, householdCount }: Grid,
    @Arg("year", () => Int, {
      nullable: true,
      description: "Calendar year; the present one when absent (年度)",
    })
    asked: number | undefined,
    @Ctx() { load, thisYear }: GridsContext,
  ): Promise<VisitRate> {
    const year = asked ?? thisYear;
    return visitRate(year, householdCount, await load.visitedInGrid(code, year));
  }

  @FieldResolver(() => PartyBranch, {
    nullable: true,
    description: "The party branch that serves it, and maybe others; null when none does (网格党支部, GZ-13)",
  })
  partyBranch(
    @Root() { partyBranchCode }: Grid,
    @Ctx() { load }: GridsContext,
  ): Promise<PartyBranch | null> | null {
    return partyBranchCode ? load.branch.load(partyBranchCode) : null;
  }

  @FieldResolver(() => [GridMember], {
    description: "Who serves it today; names, phones and services are public (网格员, ZY-7, ZY-10)",
  })
  members(@Root() { code }: Grid, @Ctx() { load }: GridsContext): Promise<GridMember[]> {
    return load.membersOfGrid.load(code);
  }

  @FieldResolver(() => BuildingConnection, { description: "Buildings in it (楼栋)" })
  buildings(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Building>> {
    return load.buildingsOfGrid(code, args);
  }

  @FieldResolver(() => HouseholdConnection, {
    nullable: true,
    description: "Households in it that you may see; null when they are withheld from you altogether (户)",
  })
  @RequiresScopes(...householdScopes)
  households(
    @Root() { code }: Grid,
    @Args(() => HouseholdListArgs) args: HouseholdListArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Household>> {
    return load.householdsOfGrid(code, args);
  }

  @FieldResolver(() => VisitConnection, {
    nullable: true,
    description: "Visits made in it that you may see, latest first; null without a token (入户走访, KF-2)",
  })
  visits(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Visit>> {
    return load.visitsOfGrid(code, args);
  }

  @FieldResolver(() => [PlaceAlias], { description: "Other names of the place, in use or former (别名)" })
  aliases(@Root() { code }: Grid, @Ctx() { load }: GridsContext): Promise<PlaceAlias[]> {
    return load.aliasesOfGrid.load(code);
  }

  @FieldResolver(() => [NetworkGrid], { description: "What the source networks call it (原网格编号, BJ-5)" })
  networkGrids(@Root() { code }: Grid, @Ctx() { load }: GridsContext): Promise<NetworkGrid[]> {
    return load.networkGridsOfGrid.load(code);
  }

  @FieldResolver(() => [Grid], { description: "The grids it came from by a split or merge (前身网格, ZY-1)" })
  async predecessors(@Root() { code }: Grid, @Ctx() { load }: GridsContext): Promise<Grid[]> {
    const precedents = await load.precedentsOfGrid.load(code);
    const grids = await Promise.all(precedents.map(({ predecessorCode }) => load.grid.load(predecessorCode)));
    return grids.filter((grid) => grid !== null);
  }

  @FieldResolver(() => [Grid], { description: "The grids it became by a split or merge (后继网格, ZY-1)" })
  async successors(@Root() { code }: Grid, @Ctx() { load }: GridsContext): Promise<Grid[]> {
    const successions = await load.successionsOfGrid.load(code);
    const grids = await Promise.all(successions.map(({ successorCode }) => load.grid.load(successorCode)));
    return grids.filter((grid) => grid !== null);
  }
}
