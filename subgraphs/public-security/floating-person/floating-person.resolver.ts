import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Subject } from "../../shared/subject.ts";
import type { PublicSecurityContext } from "../public-security.context.ts";
import { Grid, gridOf, Resident, residentOf, Unit, unitOf } from "../references.ts";
import { RentedHouse } from "../rented-house/rented-house.ts";
import { FloatingPerson } from "./floating-person.ts";

@Resolver(() => FloatingPerson)
export class FloatingPersonResolver {
  @Query(() => FloatingPerson, {
    nullable: true,
    description: "One of the floating population; null when there is none you may see (按编号查流动人口)",
  })
  floatingPerson(
    @Arg("number", () => ID, { description: "The archive's own number (流动人员编号)" }) number: string,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<FloatingPerson | null> {
    return load.floatingPerson.load(number);
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: "The same person with the grid centre; null while nobody has matched them (对应居民)",
  })
  @Subject()
  resident(@Root() { residentId }: FloatingPerson): Resident | null {
    return residentId ? residentOf(residentId) : null;
  }

  @FieldResolver(() => RentedHouse, {
    nullable: true,
    description: "The rented house they live in; null when in none, or out of your reach (所住出租房屋)",
  })
  rentedHouse(
    @Root() { rentedHouseNumber }: FloatingPerson,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<RentedHouse | null> | null {
    return rentedHouseNumber ? load.rentedHouse.load(rentedHouseNumber) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The police station that keeps the entry; null when the archive does not say (所属派出所)",
  })
  station(@Root() { stationCode }: FloatingPerson): Unit | null {
    return stationCode ? unitOf(stationCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid they live in; null when outside any (所属网格)",
  })
  grid(@Root() { gridCode }: FloatingPerson): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }
}

@Resolver(() => Resident)
export class ResidentFloatingPersonResolver {
  @FieldResolver(() => FloatingPerson, {
    nullable: true,
    description:
      "The resident's entry as one of the floating population; null when registered here, or out of your reach (流动人口登记)",
  })
  floatingPerson(
    @Root() { id }: Resident,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<FloatingPerson | null> {
    return load.floatingPersonOfResident.load(id);
  }
}
