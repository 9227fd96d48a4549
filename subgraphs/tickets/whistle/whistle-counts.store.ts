import type { DataSource } from "typeorm";
import { type Day, endOfDay, startOfDay } from "../../shared/calendar.ts";
import type { Principal } from "../../shared/principal.ts";
import { Whistle } from "./whistle.ts";
import { inDivision, visibleTo } from "./whistle.visibility.ts";
import { WhistleCounts, WhistleUnitCounts } from "./whistle-counts.ts";

const blown = "(whistle.blownAt >= :begins AND whistle.blownAt < :ends)";
const solved = "(whistle.confirmedAt >= :begins AND whistle.confirmedAt < :ends)";

/** A department's code is the district's and a short name, a body's of a place its division code. */
const toDepartment = `EXISTS (
  SELECT FROM whistle_participant called
  WHERE (called.district_code, called.whistle_number) = (whistle.districtCode, whistle.number)
    AND called.released_at IS NULL AND called.unit_kind <> 'COMPANY' AND substr(called.unit_code, 7, 1) = '-')`;

/** Counts over the whistles the principal may see. */
export class WhistleCountsStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  async of(division: string, from: Day, until: Day): Promise<WhistleCounts> {
    const inPeriod = inDivision(
      visibleTo(this.#database.manager.createQueryBuilder(Whistle, "whistle"), this.#principal),
      division,
    )
      .andWhere(`(${blown} OR ${solved})`)
      .setParameters({ begins: startOfDay(from), ends: endOfDay(until) });

    const total = await inPeriod
      .clone()
      .select(`count(*) FILTER (WHERE ${blown})::int`, "blown")
      .addSelect(`count(*) FILTER (WHERE ${blown} AND ${toDepartment})::int`, "toDepartments")
      .addSelect(`count(*) FILTER (WHERE ${blown} AND whistle.state = 'RULED_MISUSE')::int`, "misuse")
      .addSelect(`count(*) FILTER (WHERE ${solved})::int`, "solved")
      .getRawOne();

    const units = await inPeriod
      .clone()
      .innerJoin(
        "whistle_participant",
        "part",
        "(part.district_code, part.whistle_number) = (whistle.districtCode, whistle.number) AND part.released_at IS NULL",
      )
      .select("part.unit_code", "unitCode")
      .addSelect(`count(*) FILTER (WHERE ${blown})::int`, "called")
      .addSelect(`count(*) FILTER (WHERE ${blown} AND part.role = 'LEAD')::int`, "led")
      .addSelect(`count(*) FILTER (WHERE ${blown} AND part.signed_at IS NOT NULL)::int`, "signed")
      .addSelect(`count(*) FILTER (WHERE ${blown} AND part.arrived_at IS NOT NULL)::int`, "arrived")
      .addSelect(`count(*) FILTER (WHERE ${solved})::int`, "solved")
      .groupBy("part.unit_code")
      .orderBy('"called"', "DESC")
      .addOrderBy("part.unit_code", "ASC")
      .getRawMany();

    return Object.assign(new WhistleCounts(), {
      from,
      until,
      ...total,
      units: units.map((row) => Object.assign(new WhistleUnitCounts(), row)),
    });
  }
}
