import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { WhistleState } from "./whistle-state.ts";

@ObjectType({ description: "What one unit had to do with whistles in a period (单位应哨统计)" })
export class WhistleUnitCounts {
  unitCode: string;

  @Field(() => Int, { description: "Whistles blown in the period that call it: `calls` (被吹哨数)" })
  called: number;

  @Field(() => Int, { description: "Of those, it leads: `role: LEAD` (牵头数)" })
  led: number;

  @Field(() => Int, { description: "Of those, it has signed for: `signed: true` (签收数)" })
  signed: number;

  @Field(() => Int, { description: "Of those, it has reported on the scene: `arrived: true` (报到数)" })
  arrived: number;

  @Field(() => Int, {
    description:
      "Of those called, by the part of this unit: every clock that bound it was met in time or stopped, and one at least met: `timeliness: ON_TIME` (按时数)",
  })
  onTime: number;

  @Field(() => Int, {
    description:
      "Of those called: a clock ran out before this unit had done its step, whenever it did it after, as `WhistleClock.late` names it: `timeliness: LATE` (超时数)",
  })
  late: number;

  @Field(() => Int, {
    description:
      "Of those called, not late: a clock still runs on a step this unit owes: `timeliness: RUNNING` (时限内数)",
  })
  running: number;

  @Field(() => Int, {
    description:
      "Of those called: no clock bound this unit, or all were stopped before it had done a step; with the three before it makes `called`: `timeliness: UNTIMED` (不计时限数)",
  })
  untimed: number;

  @Field(() => Int, {
    description:
      "Whistles calling it that were confirmed solved in the period, whenever blown: `confirmedFrom`, `confirmedBefore` (解决数)",
  })
  solved: number;
}

@ObjectType({ description: "Of the whistles counted, those in one state now (按状态统计)" })
export class WhistleStateCount {
  @Field(() => WhistleState, { description: "State now: `states` (状态)" })
  state: WhistleState;

  @Field(() => Int, { description: "Blown in the period (吹哨数)" })
  blown: number;
}

@ObjectType({ description: "Of the whistles counted, those of one kind (按哨种统计)" })
export class WhistleKindCount {
  /** The newest profile that one of them was blown under, and their kind. */
  profile: string;
  kindCode: string;

  @Field(() => Int, { description: "Blown in the period; listed by `kinds` (吹哨数)" })
  blown: number;
}

@ObjectType({ description: "Of the whistles counted, those of one place directly below (按下级区划统计)" })
export class PlaceWhistleCounts {
  divisionCode: string;
  gridCode: string | null;

  @Field(() => Boolean, {
    description:
      "True: those of the place itself, of which nobody knows yet where in it; listed by `exactDivision`, in a community by `noGridYet: true` (是否仅定位到本级)",
  })
  direct: boolean;

  @Field(() => Int, { description: "Blown in the period; listed by `division`, or `grid` (吹哨数)" })
  blown: number;

  @Field(() => Int, { description: "Of these still open; and by `open: true` (未办结数)" })
  open: number;

  @Field(() => Int, { description: "Of these with a clock run out; and by `overdue: true` (超时数)" })
  overdue: number;

  @Field(() => Int, {
    description:
      "Confirmed solved in the period, whenever blown; listed by the place, `confirmedFrom` and `confirmedBefore` (解决数)",
  })
  solved: number;
}

/**
 * Blown and solved are counted each by its own date: they are volumes, and one divided by the other is no rate, as a
 * problem solved this month may have been called out last month.
 */
@ObjectType({
  description:
    "Whistles of a place in a period, as far as you may see them (吹哨统计, KF-18, PG-18). Each number is the `totalCount` of `whistles` with `division`, `blownFrom`, `blownBefore` and the filter it names",
})
export class WhistleCounts {
  division: string;

  @Field(() => GraphQLLocalDate, { description: "First day (起)" })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: "Last day, included (止)" })
  until: Day;

  @Field(() => Int, { description: "Whistles blown; those waiting for screening are none yet (吹哨数)" })
  blown: number;

  @Field(() => Int, { description: "Of those, still open: `open: true` (未办结数)" })
  open: number;

  @Field(() => Int, {
    description: "Of those, with a clock run out and its step still to be done: `overdue: true` (超时数)",
  })
  overdue: number;

  @Field(() => Int, {
    description:
      "Of those, calling at least one department of the district: `callsDepartment: true` (向区直部门吹哨数, KF-18)",
  })
  toDepartments: number;

  @Field(() => Int, {
    description: "Of those blown, ruled misuse since: `states: [RULED_MISUSE]` (认定乱吹哨数, KF-17)",
  })
  misuse: number;

  @Field(() => Int, {
    description:
      "Whistles confirmed solved in the period, whenever blown: `confirmedFrom` and `confirmedBefore` instead (解决数, KF-18)",
  })
  solved: number;

  @Field(() => [WhistleStateCount], {
    description:
      "By the state they are in now: every state a blown whistle can be in, also those with none; they add up to those blown (按状态)",
  })
  @ListSize(12)
  byState: WhistleStateCount[];

  @Field(() => [WhistleKindCount], {
    description: "By kind, in the order of their codes; they add up to those blown (按哨种)",
  })
  @ListSize(6)
  byKind: WhistleKindCount[];

  @Field(() => [PlaceWhistleCounts], {
    description:
      "By division directly below, of a community by grid, in the order of their codes; with a row of the place itself where whistles lie in it and nobody knows where, so that they add up. A place without whistles is left out (按下级区划)",
  })
  @ListSize(30)
  byPlace: PlaceWhistleCounts[];
}
