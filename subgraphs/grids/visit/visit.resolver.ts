import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/schema-directives.ts";
import { Grid } from "../grid/grid.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { Household } from "../household/household.ts";
import { GridMember } from "../member/grid-member.ts";
import { Observation } from "./observation.ts";
import { Visit } from "./visit.ts";

@Resolver(() => Visit)
export class VisitResolver {
  @Query(() => Visit, {
    nullable: true,
    description: "One visit by its id; null when there is none you may see (按编号查走访)",
  })
  visit(
    @Arg("id", () => ID, { description: "Visit id (走访编号)" }) id: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Visit | null> {
    return load.visit.load(id);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: "The household; null when you may see the visit but not the household (走访户)",
  })
  @RequiresScopes(...householdScopes)
  household(@Root() { householdId }: Visit, @Ctx() { load }: GridsContext): Promise<Household | null> {
    return load.household.load(householdId);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The household's grid on that day; null when it had none (所在网格)",
  })
  grid(@Root() { gridCode }: Visit, @Ctx() { load }: GridsContext): Promise<Grid | null> | null {
    return gridCode ? load.grid.load(gridCode) : null;
  }

  @FieldResolver(() => GridMember, {
    nullable: true,
    description: "The grid member who visited; null when it was community staff (走访网格员)",
  })
  member(@Root() { memberId }: Visit, @Ctx() { load }: GridsContext): Promise<GridMember | null> | null {
    return memberId ? load.member.load(memberId) : null;
  }

  @FieldResolver(() => [Observation], {
    description: "Situations noted on it that are in date (走访情况, ZY-6)",
  })
  @RequiresScopes(["observation:read"])
  observations(@Root() { id }: Visit, @Ctx() { load }: GridsContext): Promise<Observation[]> {
    return load.observationsOfVisit.load(id);
  }
}
