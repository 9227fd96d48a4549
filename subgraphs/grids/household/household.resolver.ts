import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { RequiresScopes } from "../../shared/schema-directives.ts";
import { Subject } from "../../shared/subject.ts";
import { Building } from "../building/building.ts";
import { Division } from "../division/division.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { Resident } from "../resident/resident.ts";
import { type Visit, VisitConnection } from "../visit/visit.ts";
import { householdScopes } from "./household.scopes.ts";
import { Household } from "./household.ts";

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, {
    nullable: true,
    description: "One household by its id; null when there is none you may see (按编号查户)",
  })
  @RequiresScopes(...householdScopes)
  household(
    @Arg("id", () => ID, { description: "Household id (户编号)" }) id: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Household | null> {
    return load.household.load(id);
  }

  @FieldResolver(() => Building, { nullable: true, description: "The building it is in (所在楼栋)" })
  building(@Root() { buildingCode }: Household, @Ctx() { load }: GridsContext): Promise<Building | null> {
    return load.building.load(buildingCode);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "Its building's grid; null is a gap in coverage (所属网格, ZY-3)",
  })
  grid(@Root() { gridCode }: Household, @Ctx() { load }: GridsContext): Promise<Grid | null> | null {
    return gridCode ? load.grid.load(gridCode) : null;
  }

  @FieldResolver(() => Division, { nullable: true, description: "The community it lives in (所属社区)" })
  division(@Root() { communityCode }: Household, @Ctx() { load }: GridsContext): Promise<Division | null> {
    return load.division.load(communityCode);
  }

  @FieldResolver(() => [Resident], {
    description: "Its residents that you may see; a resident sees only their own entry (居民)",
  })
  @Subject()
  residents(@Root() { id }: Household, @Ctx() { load }: GridsContext): Promise<Resident[]> {
    return load.residentsOfHousehold.load(id);
  }

  @FieldResolver(() => VisitConnection, { description: "Visits to it, latest first (入户走访, KF-2)" })
  visits(
    @Root() { id }: Household,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: GridsContext,
  ): Promise<Page<Visit>> {
    return load.visitsOfHousehold(id, args);
  }
}
