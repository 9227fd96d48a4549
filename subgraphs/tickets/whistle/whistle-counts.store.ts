import type { DataSource, SelectQueryBuilder } from "typeorm";
import { type Day, endOfDay, startOfDay } from "../../shared/calendar.ts";
import type { Principal } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { placeBelowInSql, placeRow } from "../place-below.ts";
import { profileKey } from "./profile/whistle-profile.store.ts";
import {
  callsDepartment,
  clocksBeside,
  filtered,
  openWhistle,
  overdueWhistle,
  timelinessInSql,
} from "./whistle.store.ts";
import { Whistle } from "./whistle.ts";
import { visibleTo } from "./whistle.visibility.ts";
import {
  PlaceWhistleCounts,
  WhistleCounts,
  WhistleKindCount,
  WhistleStateCount,
  WhistleUnitCounts,
} from "./whistle-counts.ts";
import { WhistleState } from "./whistle-state.ts";

interface CountedPeriod {
  readonly division: string;
  readonly from: Day;
  readonly until: Day;
}

const blown = "(whistle.blownAt >= :begins AND whistle.blownAt < :ends)";
const solved = "(whistle.confirmedAt >= :begins AND whistle.confirmedAt < :ends)";

/** What is counted of every group, by the conditions that the list of whistles is filtered by. */
const measures = {
  blown,
  open: `${blown} AND ${openWhistle}`,
  overdue: `${blown} AND ${overdueWhistle}`,
  toDepartments: `${blown} AND ${callsDepartment}`,
  misuse: `${blown} AND whistle.state = 'RULED_MISUSE'`,
  solved,
} as const;

/** One group: all of them, or those in a state, of a kind or of a place; which, the database says by what it left out. */
interface Group extends Record<keyof typeof measures, number> {
  readonly leftOut: number;
  readonly state: WhistleState | null;
  readonly kindCode: string | null;
  readonly below: string | null;
  readonly profile: readonly [district: string, version: string];
}

const leftOut = { nothingChosen: 7, byState: 3, byKind: 5, byPlace: 6 } as const;

const unitMeasures = {
  called: "blown",
  led: "blown AND role = 'LEAD'",
  signed: "blown AND signed_at IS NOT NULL",
  arrived: "blown AND arrived_at IS NOT NULL",
  onTime: "blown AND timeliness = 'ON_TIME'",
  late: "blown AND timeliness = 'LATE'",
  running: "blown AND timeliness = 'RUNNING'",
  untimed: "blown AND timeliness = 'UNTIMED'",
  solved: "solved",
} as const;

/** Every state but the one in which nobody has blown yet. */
const blownStates = Object.values(WhistleState).filter((state) => state !== WhistleState.DRAFT);

/** Counts over the whistles the principal may see. */
export class WhistleCountsStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  /** Everything but the units, in one statement. */
  async of(period: CountedPeriod): Promise<WhistleCounts> {
    const { division } = period;
    const below = placeBelowInSql(division, "whistle");
    const query = this.#inPeriod(period)
      .select(`grouping(whistle.state, whistle.kind, ${below})`, "leftOut")
      .addSelect("whistle.state", "state")
      .addSelect("whistle.kind", "kindCode")
      .addSelect(below, "below")
      .addSelect(
        "max(ARRAY[ whistle.districtCode, lpad(cast(whistle.profileVersion AS text), 9, '0')])",
        "profile",
      )
      .groupBy(`GROUPING SETS ((), (whistle.state), (whistle.kind), (${below}))`)
      .orderBy('"kindCode"')
      .addOrderBy('"below"');
    for (const [measure, condition] of Object.entries(measures)) {
      query.addSelect(`count(*) FILTER (WHERE ${condition})::int`, measure);
    }
    const groups = await query.getRawMany<Group>();
    const those = (left: number) => groups.filter((group) => group.leftOut === left);
    const [all] = those(leftOut.nothingChosen);
    const byState = new Map(those(leftOut.byState).map((group) => [group.state, group.blown]));
    return Object.assign(new WhistleCounts(), period, all, {
      byState: blownStates.map((state) =>
        Object.assign(new WhistleStateCount(), { state, blown: byState.get(state) ?? 0 }),
      ),
      byKind: those(leftOut.byKind)
        .filter((group) => group.blown > 0)
        .map(({ kindCode, profile: [districtCode, version], ...group }) =>
          Object.assign(new WhistleKindCount(), {
            kindCode,
            profile: profileKey({ districtCode, version: Number(version) }),
            blown: group.blown,
          }),
        ),
      byPlace: those(leftOut.byPlace).map((group) =>
        Object.assign(new PlaceWhistleCounts(), group, placeRow(division, group.below)),
      ),
    });
  }

  /** By called unit, most called first. */
  async units(period: CountedPeriod): Promise<WhistleUnitCounts[]> {
    const [parts, values] = this.#inPeriod(period)
      .innerJoin(
        "whistle_participant",
        "part",
        "(part.district_code, part.whistle_number) = (whistle.districtCode, whistle.number) AND part.released_at IS NULL",
      )
      .leftJoin("whistle_clock", "clock", clocksBeside("part"))
      .select("part.unit_code", "unit_code")
      .addSelect("part.role", "role")
      .addSelect("part.signed_at", "signed_at")
      .addSelect("part.arrived_at", "arrived_at")
      .addSelect(blown, "blown")
      .addSelect(solved, "solved")
      .addSelect(timelinessInSql("part"), "timeliness")
      .groupBy("whistle.districtCode, whistle.number")
      .addGroupBy("part.district_code, part.whistle_number, part.unit_code")
      .getQueryAndParameters();
    const counted = Object.entries(unitMeasures).map(
      ([measure, condition]) => `count(*) FILTER (WHERE ${condition})::int AS "${measure}"`,
    );
    const units = await run(this.#database.manager, {
      text: `SELECT unit_code AS "unitCode", ${counted.join(", ")} FROM (${parts}) AS part
             GROUP BY unit_code ORDER BY "called" DESC, unit_code`,
      values,
    });
    return units.map((row) => Object.assign(new WhistleUnitCounts(), row));
  }

  /** Of the rows that `whistles` lists for the place, those that were blown or confirmed solved in the period. */
  #inPeriod({ division, from, until }: CountedPeriod): SelectQueryBuilder<Whistle> {
    const visible = visibleTo(this.#database.manager.createQueryBuilder(Whistle, "whistle"), this.#principal);
    return filtered(visible, { division }, this.#at)
      .andWhere(`(${blown} OR ${solved})`)
      .setParameters({ begins: startOfDay(from), ends: endOfDay(until), at: this.#at });
  }
}
