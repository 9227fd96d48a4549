import type { DataSource } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { AidKind } from "../aid/aid-kind.ts";
import { AidState } from "../aid/aid-state.ts";
import { aged80AndOver } from "../elderly-living-alone/elderly-living-alone.ts";

/** People counted, before anybody is told. */
export interface CareCounts {
  readonly livingAlone: number;
  readonly livingAloneAged80: number;
  readonly withoutSmartphone: number;
  readonly aid: Readonly<Partial<Record<AidKind, number>>>;
}

export const nobodyCounted: CareCounts = {
  livingAlone: 0,
  livingAloneAged80: 0,
  withoutSmartphone: 0,
  aid: {},
};

/** Counts of people by place. They tell of no row: who may be told a figure is judged before, not by what rows they reach. */
export class CareFiguresStore {
  readonly #database: DataSource;
  readonly #today: Day;

  constructor(database: DataSource, today: Day) {
    this.#database = database;
    this.#today = today;
  }

  /** Of divisions and grids alike: a place's code is the beginning of the codes of all that lies in it. */
  async countsOf(codes: readonly string[]): Promise<(CareCounts & { code: string })[]> {
    return this.#database.query(
      `SELECT place.code, elderly.*, (
         SELECT coalesce(jsonb_object_agg(kind, recipients), '{}') FROM (
           SELECT kind, count(*) AS recipients FROM aid
           WHERE aid.district_code = left(place.code, 6) AND aid.state = $3
             AND aid.place_code >= place.code AND aid.place_code < place.code || ':'
           GROUP BY kind) AS by_kind
       ) AS aid
       FROM unnest($1::text[]) AS place(code) CROSS JOIN LATERAL (
         SELECT count(*)::int AS "livingAlone",
                count(*) FILTER (WHERE age_group = ANY($4))::int AS "livingAloneAged80",
                count(*) FILTER (WHERE NOT uses_smartphone)::int AS "withoutSmartphone"
         FROM elderly_living_alone
         WHERE district_code = left(place.code, 6) AND valid_until >= $2
           AND place_code >= place.code AND place_code < place.code || ':'
       ) AS elderly`,
      [codes, this.#today, AidState.IN_PAYMENT, aged80AndOver],
    );
  }
}
