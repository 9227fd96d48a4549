import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import { type Building, BuildingConnection } from "../building/building.ts";
import { Division } from "../division/division.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { PlaceAlias } from "../place/place-alias.ts";
import { Estate, EstateConnection } from "./estate.ts";

@Resolver(() => Estate)
export class EstateResolver {
  @Query(() => Estate, {
    nullable: true,
    description: "One estate by its code; null when there is none (按编号查小区)",
  })
  @Public()
  estate(
    @Arg("code", () => String, { description: "Estate code, e.g. 110117005001-E01 (小区编号)" }) code: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Estate | null> {
    return load.estate.load(code);
  }

  @Query(() => EstateConnection, { description: "Estates within a division, by any of their names (查小区)" })
  @Public()
  estates(
    @Arg("within", () => DivisionCode, { description: "Only estates inside this division (所属区划)" })
    within: string,
    @Arg("name", () => String, {
      nullable: true,
      description: "Part of the name or of another name (名称或别名的一部分)",
    })
    name: string | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { estates }: GridsContext,
  ): Promise<Page<Estate>> {
    return estates.within(within, name, args);
  }

  @FieldResolver(() => Division, { nullable: true, description: "The community it lies in (所属社区)" })
  division(@Root() { communityCode }: Estate, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(communityCode);
  }

  @FieldResolver(() => [PlaceAlias], { description: "Its other names, in use or former (别名)" })
  aliases(@Root() { code }: Estate, @Ctx() { load }: GridsContext): Promise<PlaceAlias[]> {
    return load.aliasesOfEstate.load(code);
  }

  @FieldResolver(() => [Grid], { description: "The grids its buildings lie in (所在网格)" })
  async grids(@Root() { code }: Estate, @Ctx() { load }: GridsContext): Promise<Grid[]> {
    const found = await load.gridCodesOfEstate.load(code);
    const grids = await Promise.all(found.map(({ gridCode }) => load.grid.load(gridCode)));
    return grids.filter((grid) => grid !== null);
  }

  @FieldResolver(() => BuildingConnection, { description: "Its buildings (楼栋)" })
  buildings(
    @Root() { code }: Estate,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Building>> {
    return load.buildingsOfEstate(code, args);
  }
}
