import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { type Grid, gridsOfWorld } from "./grids.ts";
import { groupBy } from "./group-by.ts";
import { type DayNumber, dayNumber, type Instant, midnight, OfficeClock } from "./office-clock.ts";
import type { Community } from "./places.ts";
import { Random } from "./random.ts";
import { type Scale, type ScaleName, scales } from "./scale.ts";

/** What every generator is given: the seed's streams, the scale, the time and the grids, which all else hangs on. */
export interface Frame {
  readonly random: Random;
  readonly scale: Scale;
  /** The anchor day: what is told day by day lies before its midnight. */
  readonly today: DayNumber;
  /** The instant before which everything lies: that midnight, or later on the same day. */
  readonly now: Instant;
  /** First day of the twelve months that are told. */
  readonly since: DayNumber;
  readonly clock: OfficeClock;
  readonly grids: readonly Grid[];
  readonly basicGrids: readonly Grid[];
  readonly gridsIn: ReadonlyMap<Community, readonly Grid[]>;
  readonly communities: readonly Community[];
}

export function frameOf(
  seed: string,
  scaleName: ScaleName,
  anchor: Day,
  now: Instant = midnight(dayNumber(anchor)),
): Frame {
  const random = Random.seeded(seed);
  const scale = scales[scaleName];
  const today = dayNumber(anchor);
  const since = today - 365;
  const grids = gridsOfWorld(random, scale);
  const gridsIn = groupBy(grids, ({ community }) => community);
  return {
    random,
    scale,
    today,
    now,
    since,
    clock: new OfficeClock(since, today),
    grids,
    basicGrids: grids.filter((grid) => grid.kind === "BASIC"),
    gridsIn,
    communities: [...gridsIn.keys()],
  };
}

/** Keeps what is made once per key: communities and grids are asked for in any order, again and again. */
export function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
