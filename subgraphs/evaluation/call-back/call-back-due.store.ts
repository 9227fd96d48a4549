import type { DataSource, EntityManager, SelectQueryBuilder } from "typeorm";
import { countedPage, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { onlyVisible } from "../visibility.ts";
import { CallBackDue } from "./call-back-due.ts";

const oldestFirst: Order<CallBackDue> = {
  name: "call-back-due:oldest",
  direction: "ASC",
  columns: ["feedbackAt", "ticketNumber"],
};

/** What the tickets' feed tells of a feedback that was given. */
export interface FeedbackGiven {
  readonly ticket: string;
  readonly at: Date;
  readonly division: string;
  readonly handlingUnit: string;
}

/** 待回访: due unless the centre, asking the graph, was faster than the feed and has the answer already. */
export const addCallBackDue = (
  transaction: EntityManager,
  { ticket, at, division, handlingUnit }: FeedbackGiven,
): Promise<unknown> =>
  transaction.query(
    `INSERT INTO call_back_due (district_code, ticket_number, feedback_at, division_code, handling_unit_code)
     SELECT $1, $2, $3, $4, $5
     WHERE NOT EXISTS (
       SELECT FROM call_back
       WHERE district_code = $1 AND ticket_number = $2 AND feedback_at = $3 AND valid)
     ON CONFLICT (district_code, ticket_number) DO UPDATE
       SET feedback_at = excluded.feedback_at, division_code = excluded.division_code,
           handling_unit_code = excluded.handling_unit_code`,
    [districtOf(ticket), ticket, at, division, handlingUnit],
  );

/** Answered, or the ticket went on without. */
export const endCallBackDue = (transaction: EntityManager, ticket: string): Promise<unknown> =>
  transaction.delete(CallBackDue, { districtCode: districtOf(ticket), ticketNumber: ticket });

/** Every query on call-backs that are due, restricted to the rows the principal may see. */
export class CallBackDueStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  search(division: string | undefined, args: PageArgs): Promise<Page<CallBackDue>> {
    const query = this.#visible();
    if (division) {
      // Other parameter names than those by which the principal is restricted: both apply.
      query.andWhere("(due.divisionCode >= :place AND due.divisionCode < :placeEnd)", {
        place: division,
        placeEnd: `${division}:`,
      });
    }
    return countedPage(query, oldestFirst, args);
  }

  #visible(): SelectQueryBuilder<CallBackDue> {
    return onlyVisible(this.#database.createQueryBuilder(CallBackDue, "due"), this.#principal, {
      district: "due.districtCode",
      division: "due.divisionCode",
      units: ["due.handlingUnitCode"],
    });
  }
}
