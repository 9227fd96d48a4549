import type { EntityManager } from "typeorm";
import type { Principal } from "../../shared/principal.ts";
import { dataBureau, stewardship } from "../visibility.ts";
import type { OwnerDashboard } from "./owner-dashboard.ts";

export class OwnerDashboardStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(manager: EntityManager, principal: Principal | null, at: Date) {
    this.#manager = manager;
    this.#principal = principal;
    this.#at = at;
  }

  /** One for each subgraph whose steward the principal is; for the data bureau's all of its district. */
  async all(): Promise<OwnerDashboard[]> {
    const steward = stewardship(this.#principal);
    if (!steward) return [];
    const { district, shortName } = steward;
    return this.#manager.query(
      `SELECT mine.subgraph, granted.*, taken.*
       FROM subgraph_owner AS mine
       CROSS JOIN LATERAL (
         SELECT (count(*) FILTER (WHERE state = 'REQUESTED'))::int AS "grantsRequested",
                (count(*) FILTER (WHERE usual AND open))::int AS "grantsInForce",
                (count(*) FILTER (WHERE usual AND open AND valid_until < $2::timestamptz + interval '30 days'))::int
                  AS "grantsEndingSoon",
                (count(*) FILTER (WHERE NOT usual AND open))::int AS "breakGlassOpen"
         FROM (SELECT state, valid_until, number LIKE '%-G-%' AS usual,
                      state = 'APPROVED' AND valid_from <= $2 AND valid_until > $2 AS open
               FROM data_grant WHERE district_code = $1 AND owner = mine.subgraph) AS of_owner
       ) AS granted
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS "reviewsDue",
                (count(*) FILTER (WHERE review_due_at <= $2))::int AS "reviewsOverdue"
         FROM break_glass WHERE district_code = $1 AND owner = mine.subgraph AND verdict IS NULL
       ) AS taken
       WHERE $3 OR mine.unit = $4
       ORDER BY mine.subgraph`,
      [district, this.#at, shortName === dataBureau, shortName],
    );
  }
}
