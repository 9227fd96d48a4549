import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Subject } from "../../shared/subject.ts";
import type { PublicSecurityContext } from "../public-security.context.ts";
import { Grid, gridOf, Resident, residentOf, Unit, unitOf } from "../references.ts";
import { HouseholdRegistration } from "./household-registration.ts";

@Resolver(() => HouseholdRegistration)
export class HouseholdRegistrationResolver {
  @Query(() => HouseholdRegistration, {
    nullable: true,
    description: "One entry of the household register; null when there is none you may see (按编号查户籍)",
  })
  householdRegistration(
    @Arg("number", () => ID, { description: "The archive's own number of the person (人员编号)" })
    number: string,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<HouseholdRegistration | null> {
    return load.registration.load(number);
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: "The same person with the grid centre; null while nobody has matched them (对应居民)",
  })
  @Subject()
  resident(@Root() { residentId }: HouseholdRegistration): Resident | null {
    return residentId ? residentOf(residentId) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The police station that keeps it; null when the archive does not say (所属派出所)",
  })
  station(@Root() { stationCode }: HouseholdRegistration): Unit | null {
    return stationCode ? unitOf(stationCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid of the registered address; null when outside any (所属网格)",
  })
  grid(@Root() { gridCode }: HouseholdRegistration): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }
}

@Resolver(() => Resident)
export class ResidentRegistrationResolver {
  @FieldResolver(() => HouseholdRegistration, {
    nullable: true,
    description:
      "The resident's entry in the household register; null when registered elsewhere, or out of your reach (户籍)",
  })
  householdRegistration(
    @Root() { id }: Resident,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<HouseholdRegistration | null> {
    return load.registrationOfResident.load(id);
  }
}
