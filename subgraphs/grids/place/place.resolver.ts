import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";
import { Building } from "../building/building.ts";
import { Division } from "../division/division.ts";
import { Estate } from "../estate/estate.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { addDivisionAlias } from "./alias.lifecycle.ts";
import { DivisionAliasInput } from "./alias-input.ts";
import { resolvePlace } from "./place.search.ts";
import { PlaceAlias } from "./place-alias.ts";
import { PlaceCandidate } from "./place-candidate.ts";

@Resolver(() => PlaceCandidate)
export class PlaceResolver {
  @Query(() => [PlaceCandidate], {
    description:
      "The places inside a district or narrower division that a text may mean, likeliest first, at most ten: by current, other and former names of divisions, estates, grids and buildings (地点解析)",
  })
  @Public()
  resolvePlace(
    @Arg("within", () => DivisionCode, {
      description:
        "The district or narrower division it must lie in: a name alone never identifies a place (所属区划)",
    })
    within: string,
    @Arg("text", () => String, {
      description: "An address or the words of a demand, 2 to 4,000 characters (地址或诉求内容)",
    })
    text: string,
    @Ctx() { places }: GridsContext,
  ): Promise<PlaceCandidate[]> {
    return resolvePlace(places, within, text);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description:
      "The smallest division known to hold it; for a place without a code, the one it lies in (区划)",
  })
  division(
    @Root() { divisionCode }: PlaceCandidate,
    @Ctx() { load }: GridsContext,
  ): Promise<Division | null> {
    return load.division.load(divisionCode);
  }

  @FieldResolver(() => Estate, { nullable: true, description: "The estate; null when it is none (小区)" })
  estate(
    @Root() { estateCode }: PlaceCandidate,
    @Ctx() { load }: GridsContext,
  ): Promise<Estate | null> | null {
    return estateCode ? load.estate.load(estateCode) : null;
  }

  @FieldResolver(() => Building, {
    nullable: true,
    description: "The building; null when none is meant (楼栋)",
  })
  building(
    @Root() { buildingCode }: PlaceCandidate,
    @Ctx() { load }: GridsContext,
  ): Promise<Building | null> | null {
    return buildingCode ? load.building.load(buildingCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description:
      "The grid; null when the place lies in none or in several, and only a position can decide (网格)",
  })
  async grid(
    @Root() { gridCode, buildingCode, estateCode }: PlaceCandidate,
    @Ctx() { load }: GridsContext,
  ): Promise<Grid | null> {
    if (gridCode) return load.grid.load(gridCode);
    if (buildingCode || !estateCode) return null;
    const [first, ...others] = await load.gridCodesOfEstate.load(estateCode);
    return first && others.length === 0 ? load.grid.load(first.gridCode) : null;
  }
}

@Resolver(() => PlaceAlias)
export class PlaceAliasResolver {
  @Mutation(() => PlaceAlias, {
    description:
      "Adds another name of a division, in use or former: by the district's data steward (登记区划别名). Refuses ALIAS_KNOWN, ALIAS_INCOMPLETE, PERIOD_REVERSED.",
  })
  addDivisionAlias(
    @Arg("input", () => DivisionAliasInput, { description: "The name (别名)" }) input: DivisionAliasInput,
    @Arg("idempotencyKey", () => String, {
      description: idempotencyKeyDescription,
    })
    idempotencyKey: string,
    @Ctx() context: GridsContext,
  ): Promise<PlaceAlias> {
    const actor = actorOf(context);
    return context.places.addDivisionAlias({ ...input, idempotencyKey }, actor, (division, known) =>
      addDivisionAlias(division, known, input, actor),
    );
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Names repeat: the division within which this one means the place (名称适用范围)",
  })
  within(@Root() { withinCode }: PlaceAlias, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(withinCode);
  }
}
