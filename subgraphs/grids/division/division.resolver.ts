import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { DivisionLevel } from "../../shared/codes.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import { type Estate, EstateConnection } from "../estate/estate.ts";
import { type Grid, GridConnection } from "../grid/grid.ts";
import { GridFigures } from "../grid/grid-figures.ts";
import { GridListArgs } from "../grid/grid-filter.ts";
import type { GridsContext } from "../grids.context.ts";
import { Outline } from "../outline/outline.ts";
import { PlaceAlias } from "../place/place-alias.ts";
import { Division, DivisionConnection } from "./division.ts";
import { divisionPath } from "./division-path.ts";

@Resolver(() => Division)
export class DivisionResolver {
  @Query(() => Division, {
    nullable: true,
    description: "One division by its code; null when there is none (按代码查区划)",
  })
  @Public()
  division(
    @Arg("code", () => DivisionCode, { description: "Division code (区划代码)" }) code: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Division | null> {
    return load.division.load(code);
  }

  @Query(() => DivisionConnection, {
    description:
      "Divisions within one division, by any of their names. Always within: 马坊镇 exists in several counties (按名称查区划)",
  })
  @Public()
  divisions(
    @Arg("within", () => DivisionCode, {
      description: "Only this division and those inside it (所属区划)",
    })
    within: string,
    @Arg("name", () => String, {
      nullable: true,
      description: "Part of the official or another name (名称或别名的一部分)",
    })
    name: string | undefined,
    @Arg("level", () => DivisionLevel, { nullable: true, description: "Only of this level (层级)" })
    level: DivisionLevel | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { divisions }: GridsContext,
  ): Promise<Page<Division>> {
    return divisions.search({ within, ...(name && { name }), ...(level && { level }) }, args);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The division it lies in; null at the top (上级区划)",
  })
  parent(@Root() division: Division, @Ctx() { load }: GridsContext): Promise<Division | null> | null {
    return division.parentCode ? load.division.load(division.parentCode) : null;
  }

  @FieldResolver(() => [Division], {
    description: "From the province down to this division, as an address is written (区划路径)",
  })
  async path(@Root() { code }: Division, @Ctx() { load }: GridsContext): Promise<Division[]> {
    const path = await Promise.all(divisionPath(code).map((each) => load.division.load(each)));
    return path.filter((division) => division !== null);
  }

  @FieldResolver(() => DivisionConnection, { description: "The divisions one level below (下级区划)" })
  children(
    @Root() { code }: Division,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Division>> {
    return load.divisionChildren(code, args);
  }

  @FieldResolver(() => [PlaceAlias], {
    description: "Its other names, in use or former: one body may carry two (别名), e.g. 马坊镇 for 马坊地区",
  })
  aliases(@Root() { code }: Division, @Ctx() { load }: GridsContext): Promise<PlaceAlias[]> {
    return load.aliasesOfDivision.load(code);
  }

  @FieldResolver(() => [PlaceAlias], {
    description:
      "Places right inside it that have a name in use and no code of any kind (有名无码的地点), e.g. 锦绣社区",
  })
  placesWithoutCode(@Root() { code }: Division, @Ctx() { load }: GridsContext): Promise<PlaceAlias[]> {
    return load.placesWithoutCode.load(code);
  }

  @FieldResolver(() => GridConnection, { description: "The grids inside it (辖区网格)" })
  grids(
    @Root() { code }: Division,
    @Args(() => GridListArgs) args: GridListArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Grid>> {
    return load.gridsOfDivision(code, args);
  }

  @FieldResolver(() => Outline, {
    nullable: true,
    description: "Its shape on a map; null when nothing below it is drawn yet (区划轮廓)",
  })
  outline(@Root() { code }: Division, @Ctx() { load }: GridsContext): Promise<Outline | null> {
    return load.outlineOfDivision.load(code);
  }

  @FieldResolver(() => EstateConnection, { description: "The housing estates inside it (辖区小区)" })
  estates(
    @Root() { code }: Division,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Estate>> {
    return load.estatesOfDivision(code, args);
  }

  @FieldResolver(() => GridFigures, {
    description: "What its grids add up to: sizes, coverage, visit rate (网格汇总, KF-2, ZY-1, ZY-3)",
  })
  gridFigures(
    @Root() { code }: Division,
    @Arg("year", () => Int, {
      nullable: true,
      description: "Calendar year of the visit rate; the present one when absent (年度)",
    })
    year: number | undefined,
    @Ctx() { load, thisYear }: GridsContext,
  ): Promise<GridFigures> {
    return load.gridFigures(code, year ?? thisYear);
  }
}
