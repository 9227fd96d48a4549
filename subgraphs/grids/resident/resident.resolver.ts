import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Post } from "../../shared/principal.ts";
import { forbidden, nobody } from "../../shared/refusal.ts";
import { ListSize, RequiresScopes } from "../../shared/schema-directives.ts";
import type { GridsContext } from "../grids.context.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { Household } from "../household/household.ts";
import { Resident } from "./resident.ts";

/** A person is on record in one district, or a few: who moved away is in both for a while. */
const usualDistricts = 2;

/** The one service that tells people who read what of them. */
const teller = "stewardship";

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

  @Query(() => [String], {
    description:
      "Codes of the districts that have a person on record as a resident; for the service that tells people who read what of them (居民登记区县核对)",
  })
  @RequiresScopes(["feed:read"])
  @ListSize(usualDistricts)
  districtsOnRecord(
    @Arg("person", () => ID, { description: "As the identity provider knows them (人员标识)" })
    person: string,
    @Ctx() { principal, residents }: GridsContext,
  ): Promise<string[]> {
    if (principal?.post !== Post.SERVICE || principal.unit !== teller) {
      throw forbidden("GATEWAY-ALONE", principal ?? nobody, {
        en: `only the service ${teller} asks this`,
        zh: `仅 ${teller} 服务可作此核对`,
        units: [teller],
      });
    }
    return residents.districtsOf(person);
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
