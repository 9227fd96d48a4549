import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { RequiresScopes } from "../../shared/schema-directives.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { Household } from "../household/household.ts";
import { Resident } from "./resident.ts";

@Resolver(() => Resident)
export class ResidentResolver {
  @Query(() => Resident, {
    nullable: true,
    description: "One resident by id; null when there is none you may see (按编号查居民)",
  })
  @RequiresScopes(...householdScopes)
  resident(
    @Arg("id", () => ID, { description: "Resident id (居民编号)" }) id: string,
    @Ctx() { load }: GridsContext,
  ): Promise<Resident | null> {
    return load.resident.load(id);
  }

  @FieldResolver(() => Household, { nullable: true, description: "The household (所在户)" })
  household(@Root() { householdId }: Resident, @Ctx() { load }: GridsContext): Promise<Household | null> {
    return load.household.load(householdId);
  }
}
