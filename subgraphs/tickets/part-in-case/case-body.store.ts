import type { EntityManager } from "typeorm";
import { districtOf } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { caseOver } from "../ticket/ticket-state.ts";
import type { CaseBody } from "./case-body.ts";

/**
 * `ticket_number`, `unit_code` and `part` of the bodies that work on the tickets of `open`, a relation of
 * `(district_code, number, handling_unit_code)`. It ends with what it rests on: the dispatch, the whistle and the task.
 */
export const bodiesOn = (open: string): string => `
  SELECT ticket.number AS ticket_number, sent.unit_code, 'HANDLING' AS part
  FROM ${open} AS ticket
  CROSS JOIN LATERAL (
    SELECT dispatch.unit_code, dispatch.by_contract FROM dispatch
    WHERE (dispatch.district_code, dispatch.ticket_number) = (ticket.district_code, ticket.number)
      AND dispatch.unit_code = ticket.handling_unit_code
    ORDER BY dispatch.turn DESC LIMIT 1
  ) AS sent
  WHERE NOT sent.by_contract
  UNION
  SELECT ticket.number, called.unit_code, called.role
  FROM ${open} AS ticket
  JOIN whistle_ticket AS behind
    ON (behind.district_code, behind.ticket_number) = (ticket.district_code, ticket.number)
  JOIN whistle ON (whistle.district_code, whistle.number) = (behind.district_code, behind.whistle_number)
  JOIN whistle_participant AS called
    ON (called.district_code, called.whistle_number) = (behind.district_code, behind.whistle_number)
  WHERE called.released_at IS NULL AND called.unit_kind <> 'COMPANY'
    AND whistle.state NOT IN ('DRAFT', 'WITHDRAWN', 'RULED_MISUSE')
  UNION
  SELECT ticket.number, task.unit_code, 'ASSISTING'
  FROM ${open} AS ticket
  JOIN ticket_task AS task
    ON (task.district_code, task.ticket_number) = (ticket.district_code, ticket.number)
  WHERE task.released_at IS NULL AND NOT task.by_contract`;

/** Who works on open cases, for those who have to know it of all. */
export class CaseBodyStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  of(tickets: readonly string[]): Promise<CaseBody[]> {
    return run<CaseBody>(this.#manager, {
      name: "bodies-on-cases",
      text: `WITH open AS (
               SELECT district_code, number, handling_unit_code FROM ticket
               WHERE district_code = ANY($1) AND number = ANY($2) AND state <> ALL($3)
             )
             SELECT ticket_number AS "ticketNumber", unit_code AS "unitCode", part,
                    ARRAY(SELECT own.number FROM ticket AS own
                          WHERE own.district_code = left(ticket_number, 6)
                            AND (own.number = ticket_number OR own.merged_into_number = ticket_number)
                          ORDER BY own.number) AS tickets
             FROM (${bodiesOn("open")}) AS body
             ORDER BY ticket_number, unit_code, part`,
      values: [[...new Set(tickets.map(districtOf))], tickets, caseOver],
    });
  }
}
