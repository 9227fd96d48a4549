import type { DataSource } from "typeorm";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { bodiesOn } from "../part-in-case/case-body.store.ts";
import { postsOnCases } from "../part-in-case/part-in-case.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { caseOver } from "../ticket/ticket-state.ts";
import { CaseScope } from "./case-scope.ts";

/** What belongs to cases, for those who see their tickets. */
export class CaseScopeStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  /** Null where there is no such ticket, the principal does not see it, or the case is closed. */
  async of(number: string): Promise<CaseScope | null> {
    const districtCode = districtOf(number);
    const open = await visibleTo(
      this.#database.createQueryBuilder(Ticket, "ticket").where({ districtCode, number }),
      this.#principal,
    )
      .andWhere("ticket.state <> ALL(:caseOver)", { caseOver })
      .getExists();
    if (!open) return null;
    const principal = this.#principal;
    // Parts are the body's: a post of it that works on no cases has none.
    const unit = principal && postsOnCases.includes(principal.post) ? principal.unit : null;
    const [row] = await this.#database.query(
      `WITH own AS (
         SELECT number, grid_code FROM ticket
         WHERE district_code = $1 AND (number = $2 OR merged_into_number = $2)
       ), asked AS (
         SELECT demand.building_code, demander.resident_id, demander.credit_code
         FROM demand
         LEFT JOIN demander
           ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
         WHERE demand.district_code = $1 AND demand.ticket_number IN (SELECT number FROM own)
       ), stated AS (
         SELECT district_code, number, handling_unit_code FROM ticket
         WHERE district_code = $1 AND number = $2
       ), blown AS (
         SELECT DISTINCT whistle_number FROM whistle_ticket
         WHERE district_code = $1 AND ticket_number IN (SELECT number FROM own)
       )
       SELECT (SELECT array_agg(number ORDER BY number) FROM own) AS tickets,
              (SELECT array_agg(whistle_number ORDER BY whistle_number) FROM blown) AS whistles,
              (SELECT array_agg(DISTINCT resident_id) FROM asked WHERE resident_id IS NOT NULL) AS residents,
              (SELECT array_agg(DISTINCT credit_code) FROM asked WHERE credit_code IS NOT NULL) AS businesses,
              (SELECT array_agg(DISTINCT building_code) FROM asked WHERE building_code IS NOT NULL) AS buildings,
              (SELECT array_agg(DISTINCT grid_code) FROM own WHERE grid_code IS NOT NULL) AS grids,
              (SELECT array_agg(part ORDER BY part) FROM (${bodiesOn("stated")}) AS body
               WHERE unit_code = $3) AS parts`,
      [districtCode, number, unit],
    );
    const lists = Object.entries(row).map(([name, list]) => [name, list ?? []]);
    return Object.assign(new CaseScope(), { number }, Object.fromEntries(lists));
  }
}
