import type { DataSource } from "typeorm";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { placeInSight } from "../place-in-sight.ts";
import { caseOver } from "../ticket/ticket-state.ts";
import { type PartInCase, postsOnCases } from "./part-in-case.ts";

/** The principal's parts in cases. */
export class PartInCaseStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  /** The part in the case of each ticket; of a merged one, in the case in which it goes on. None where the post has none. */
  async of(tickets: readonly string[]): Promise<PartInCase[]> {
    const principal = this.#principal;
    if (!principal || !postsOnCases.includes(principal.post)) return [];
    const place = placeInSight(principal);
    return run<PartInCase>(this.#database.manager, {
      name: "parts-in-cases",
      text: `SELECT asked.number AS "ticketNumber",
              ticket.state <> ALL($3) AS open,
              coalesce(ticket.division_code >= $4 AND ticket.division_code < $4 || ':', false) AS "inPlace",
              CASE WHEN sent.by_contract OR called.by_contract OR tasked.by_contract THEN 'BY_CONTRACT'
                   WHEN NOT sent.by_contract OR NOT called.by_contract OR NOT tasked.by_contract
                     THEN 'BY_DUTY' END AS works
       FROM ticket asked
       JOIN ticket ON (ticket.district_code, ticket.number)
         = (asked.district_code, coalesce(asked.merged_into_number, asked.number))
       LEFT JOIN LATERAL (
         SELECT dispatch.by_contract FROM dispatch
         WHERE (dispatch.district_code, dispatch.ticket_number) = (ticket.district_code, ticket.number)
           AND dispatch.unit_code = $5 AND ticket.handling_unit_code = $5
         ORDER BY dispatch.turn DESC LIMIT 1
       ) AS sent ON true
       LEFT JOIN LATERAL (
         SELECT bool_or(participant.unit_kind = 'COMPANY') AS by_contract
         FROM whistle_ticket behind
         JOIN whistle
           ON (whistle.district_code, whistle.number) = (behind.district_code, behind.whistle_number)
         JOIN whistle_participant participant
           ON (participant.district_code, participant.whistle_number)
             = (behind.district_code, behind.whistle_number)
         WHERE (behind.district_code, behind.ticket_number) = (ticket.district_code, ticket.number)
           AND participant.unit_code = $5 AND participant.released_at IS NULL
           AND whistle.state NOT IN ('DRAFT', 'WITHDRAWN', 'RULED_MISUSE')
       ) AS called ON true
       LEFT JOIN LATERAL (
         SELECT bool_or(ticket_task.by_contract) AS by_contract FROM ticket_task
         WHERE (ticket_task.district_code, ticket_task.ticket_number) = (ticket.district_code, ticket.number)
           AND ticket_task.unit_code = $5 AND ticket_task.released_at IS NULL
       ) AS tasked ON true
       WHERE asked.district_code = ANY($1) AND asked.number = ANY($2)`,
      values: [[...new Set(tickets.map(districtOf))], tickets, caseOver, place, principal.unit],
    });
  }
}
