import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import type { PublicSecurityContext } from "../public-security.context.ts";
import { Building, Business, buildingOf, businessOf, Grid, gridOf, Unit, unitOf } from "../references.ts";
import { KeyPlace, KeyPlaceConnection } from "./key-place.ts";

@Resolver(() => KeyPlace)
export class KeyPlaceResolver {
  @Query(() => KeyPlace, {
    nullable: true,
    description: "One key place; null when there is none you may see (按编号查重点单位)",
  })
  keyPlace(
    @Arg("number", () => ID, { description: "The archive's own number (重点单位编号)" }) number: string,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<KeyPlace | null> {
    return load.keyPlace.load(number);
  }

  @Query(() => KeyPlaceConnection, {
    description: "Key places inside a division that you may see, by number (查找重点单位)",
  })
  keyPlaces(
    @Arg("within", () => DivisionCode, { description: "Only places inside this division (所属区划)" })
    within: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { archive }: PublicSecurityContext,
  ): Promise<Page<KeyPlace>> {
    return archive.keyPlaces(within, args);
  }

  @FieldResolver(() => Business, {
    nullable: true,
    description: "The registered business; null while the police have not established it (市场主体)",
  })
  business(@Root() { creditCode }: KeyPlace): Business | null {
    return creditCode ? businessOf(creditCode) : null;
  }

  @FieldResolver(() => Building, {
    nullable: true,
    description: "The building it is in; null while nobody has matched it (所在楼栋)",
  })
  building(@Root() { buildingCode }: KeyPlace): Building | null {
    return buildingCode ? buildingOf(buildingCode) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The police station that looks after it; null when the archive does not say (所属派出所)",
  })
  station(@Root() { stationCode }: KeyPlace): Unit | null {
    return stationCode ? unitOf(stationCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it lies in; null when outside any (所属网格)",
  })
  grid(@Root() { gridCode }: KeyPlace): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }
}

@Resolver(() => Grid)
export class GridKeyPlacesResolver {
  @FieldResolver(() => KeyPlaceConnection, {
    nullable: true,
    description: "Its key places that you may see, by number (重点单位)",
  })
  keyPlaces(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<Page<KeyPlace>> {
    return load.keyPlacesOfGrid(code, args);
  }
}

@Resolver(() => Business)
export class BusinessKeyPlaceResolver {
  @FieldResolver(() => KeyPlace, {
    nullable: true,
    description:
      "The business as a key place of the police's, an open one before a closed one; null when it is none, or out of your reach (重点单位)",
  })
  keyPlace(
    @Root() { creditCode }: Business,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<KeyPlace | null> {
    return load.keyPlaceOfBusiness.load(creditCode);
  }
}
