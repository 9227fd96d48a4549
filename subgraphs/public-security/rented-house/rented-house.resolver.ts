import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import { type FloatingPerson, FloatingPersonConnection } from "../floating-person/floating-person.ts";
import type { PublicSecurityContext } from "../public-security.context.ts";
import { Building, buildingOf, Grid, gridOf, Unit, unitOf } from "../references.ts";
import { RentedHouse, RentedHouseConnection, RentedHouseTenant } from "./rented-house.ts";

@Resolver(() => RentedHouse)
export class RentedHouseResolver {
  @Query(() => RentedHouse, {
    nullable: true,
    description: "One rented house; null when there is none you may see (按编号查出租房屋)",
  })
  rentedHouse(
    @Arg("number", () => ID, { description: "The archive's own number (出租屋编号)" }) number: string,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<RentedHouse | null> {
    return load.rentedHouse.load(number);
  }

  @Query(() => RentedHouseConnection, {
    description: "Rented houses inside a division that you may see, by number (查找出租房屋)",
  })
  rentedHouses(
    @Arg("within", () => DivisionCode, { description: "Only houses inside this division (所属区划)" })
    within: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { archive }: PublicSecurityContext,
  ): Promise<Page<RentedHouse>> {
    return archive.rentedHouses(within, args);
  }

  @Subjects()
  subjects(@Root() { landlordId }: RentedHouse): string[] {
    return subjectsOf({ person: landlordId });
  }

  @FieldResolver(() => [RentedHouseTenant], {
    description: "Who rents it, as the landlord reported; empty when nobody was reported (承租人)",
  })
  tenants(@Root() { tenantNames, tenantPhones }: RentedHouse): RentedHouseTenant[] {
    return tenantNames
      .map((name, index) =>
        Object.assign(new RentedHouseTenant(), { name, phone: tenantPhones[index] || null }),
      )
      .filter(({ name }) => name !== "");
  }

  @FieldResolver(() => FloatingPersonConnection, {
    nullable: true,
    description:
      "People registered elsewhere who live in it and whom you may see, by number (居住的流动人口)",
  })
  floatingPeople(
    @Root() { number }: RentedHouse,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<Page<FloatingPerson>> {
    return load.floatingPeopleOfHouse(number, args);
  }

  @FieldResolver(() => Building, {
    nullable: true,
    description: "The building it is in; null while nobody has matched it (所在楼栋)",
  })
  building(@Root() { buildingCode }: RentedHouse): Building | null {
    return buildingCode ? buildingOf(buildingCode) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The police station that looks after it; null when the archive does not say (所属派出所)",
  })
  station(@Root() { stationCode }: RentedHouse): Unit | null {
    return stationCode ? unitOf(stationCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it lies in; null when outside any (所属网格)",
  })
  grid(@Root() { gridCode }: RentedHouse): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }
}

@Resolver(() => Building)
export class BuildingRentedHousesResolver {
  @FieldResolver(() => RentedHouseConnection, {
    nullable: true,
    description: "Its rented houses and flats that you may see, by number (出租房屋)",
  })
  rentedHouses(
    @Root() { code }: Building,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<Page<RentedHouse>> {
    return load.rentedHousesOfBuilding(code, args);
  }
}

@Resolver(() => Grid)
export class GridRentedHousesResolver {
  @FieldResolver(() => RentedHouseConnection, {
    nullable: true,
    description: "Its rented houses and flats that you may see, by number (出租房屋)",
  })
  rentedHouses(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<Page<RentedHouse>> {
    return load.rentedHousesOfGrid(code, args);
  }
}
