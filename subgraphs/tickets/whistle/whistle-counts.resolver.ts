import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { addCalendarDays, type Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Cost, ListSize } from "../../shared/schema-directives.ts";
import { Division, Grid, Unit } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { kindOf } from "./blow.ts";
import type { WhistleKindRules } from "./profile/whistle-profile.schema.ts";
import { WhistleKind } from "./profile/whistle-profile.ts";
import { refuse } from "./whistle.errors.ts";
import { PlaceWhistleCounts, WhistleCounts, WhistleKindCount, WhistleUnitCounts } from "./whistle-counts.ts";

@Resolver(() => WhistleCounts)
export class WhistleCountsResolver {
  @Query(() => WhistleCounts, {
    description:
      "Whistles blown and solved in a place and a period of two years at most (吹哨统计, KF-18, PG-18)",
  })
  @Cost(100)
  whistleCounts(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
    @Ctx() { whistleCounts }: TicketsContext,
  ): Promise<WhistleCounts> {
    if (until < from || until > addCalendarDays(from, 731)) throw refuse("WHISTLE_PERIOD", { from, until });
    return whistleCounts.of({ division, from, until });
  }

  @FieldResolver(() => [WhistleUnitCounts], {
    description: "By called unit, most called first (按应哨单位)",
  })
  @ListSize(50)
  units(
    @Root() counts: WhistleCounts,
    @Ctx() { whistleCounts }: TicketsContext,
  ): Promise<WhistleUnitCounts[]> {
    return whistleCounts.units(counts);
  }
}

@Resolver(() => WhistleUnitCounts)
export class WhistleUnitCountsResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: WhistleUnitCounts): Unit {
    return Object.assign(new Unit(), { code: unitCode });
  }
}

@Resolver(() => WhistleKindCount)
export class WhistleKindCountResolver {
  @FieldResolver(() => WhistleKind, {
    description:
      "The kind, with its name, as the newest profile has it that one of them was blown under (哨种)",
  })
  async kind(
    @Root() { profile: key, kindCode }: WhistleKindCount,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<WhistleKindRules> {
    const profile = await loadWhistle.profile.load(key);
    if (!profile) throw new Error(`profile ${key} is gone`);
    return kindOf(profile.rules, kindCode);
  }
}

@Resolver(() => PlaceWhistleCounts)
export class PlaceWhistleCountsResolver {
  @FieldResolver(() => Division, {
    nullable: true,
    description:
      "The division directly below; of a grid its community, of the row of the place itself that; null only when it cannot be looked up (区划)",
  })
  division(@Root() { divisionCode }: PlaceWhistleCounts): Division {
    return Object.assign(new Division(), { code: divisionCode });
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description:
      "The grid, where the place is a community; null otherwise, and of the row of the place itself (网格)",
  })
  grid(@Root() { gridCode }: PlaceWhistleCounts): Grid | null {
    return gridCode ? Object.assign(new Grid(), { code: gridCode }) : null;
  }
}
