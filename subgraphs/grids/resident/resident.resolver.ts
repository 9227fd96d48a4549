import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { ListSize, RequiresScopes } from "../../shared/schema-directives.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { Household } from "../household/household.ts";
import { Resident } from "./resident.ts";

/** A person is on record in one district, or a few: who moved away is in both for a while. */
const usualDistricts = 2;

@Resolver(() => Resident)
export class ResidentResolver {
  @Query(() => [Resident], {
    description:
      "You as a resident, known by your token alone: your own entry in each district that has you on record, none where none has. Under `accesses` who looked at data about you (本人)",
  })
  @RequiresScopes(["resident:self"])
  @ListSize(usualDistricts)
  me(@Ctx() { residents }: GridsContext): Promise<Resident[]> {
    return residents.own();
  }

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
