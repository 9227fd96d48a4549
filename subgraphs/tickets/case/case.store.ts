import type { DataSource } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Page, type PageArgs, page } from "../../shared/connection.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { TicketOrder, ticketOrders } from "../ticket/ticket-filter.ts";
import type { CaseKey } from "./case-args.ts";

/** Who asked, and where it was scanned, in one of the demands behind a ticket. */
export interface Asked {
  readonly ticketNumber: string;
  readonly residentId: string | null;
  readonly creditCode: string | null;
  readonly buildingCode: string | null;
}

/** Tickets with a demand that is so, and those they were merged into (KF-5). */
const withDemand = (condition: string) => (own: string) =>
  `(ticket.districtCode, ticket.number) IN (
  SELECT origin.district_code, unnest(ARRAY[origin.number, origin.merged_into_number])
  FROM demand
  LEFT JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
  JOIN ticket origin ON (origin.district_code, origin.number) = (demand.district_code, demand.ticket_number)
  WHERE ${condition} AND ${own})`;

/** The tickets of a case, by what it is looked up by; `own` restricts the demands it may be found by. */
const ticketsBy: Readonly<Record<CaseKey["by"], (own: string) => string>> = {
  ticket: () => `ticket.districtCode = :caseDistrict AND ticket.number = ANY (ARRAY(
    SELECT :caseCode UNION ALL
    SELECT merged.number FROM ticket merged
    WHERE merged.district_code = :caseDistrict AND merged.merged_into_number = :caseCode UNION ALL
    SELECT origin.merged_into_number FROM ticket origin
    WHERE origin.district_code = :caseDistrict AND origin.number = :caseCode))`,
  whistle: () => `ticket.districtCode = :caseDistrict AND ticket.number = ANY (ARRAY(
    SELECT behind.ticket_number FROM whistle_ticket behind
    WHERE behind.district_code = :caseDistrict AND behind.whistle_number = :caseCode))`,
  grid: () => "ticket.gridCode = :caseCode",
  community: () => "ticket.divisionCode = :caseCode",
  estate: () => "ticket.estateCode = :caseCode",
  powerItem: () => "ticket.itemCode = :caseCode",
  resident: withDemand("demander.resident_id = :caseCode"),
  business: withDemand("demander.credit_code = :caseCode"),
  building: withDemand("demand.building_code = :caseCode"),
};

/** Every query on cases: of the tickets that the principal may see, whatever the case is looked up by. */
export class CaseStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #columns: ColumnsRead | undefined;

  constructor(database: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#database = database;
    this.#principal = principal;
    this.#columns = columns;
  }

  /** @param among numbers of the only tickets that may be told of, where not all that are visible may */
  tickets({ by, code }: CaseKey, args: PageArgs, among?: readonly string[]): Promise<Page<Ticket>> {
    const query = this.#database.manager.createQueryBuilder(Ticket, "ticket");
    // Names of their own: what restricts the rows has parameters as well.
    const own = this.#asker === null ? "true" : "demander.person_id = :caseAsker";
    visibleTo(query, this.#principal).andWhere(ticketsBy[by](own), {
      caseCode: code,
      caseDistrict: districtOf(code),
      caseAsker: this.#asker,
    });
    if (among) query.andWhere("ticket.number = ANY(:among)", { among });
    return page(query, ticketOrders[TicketOrder.NEWEST], args, this.#columns);
  }

  /**
   * What was asked in each ticket and in those merged into it, latest first. Only for tickets that were read through
   * this store: who sees a ticket sees whom it is about (KF-5).
   */
  asked(numbers: readonly string[]): Promise<Asked[]> {
    return run(this.#database.manager, {
      name: "asked-in-case",
      text: `SELECT seen.number AS "ticketNumber", demander.resident_id AS "residentId",
               demander.credit_code AS "creditCode", demand.building_code AS "buildingCode"
             FROM unnest($1::text[]) AS seen(number)
             CROSS JOIN LATERAL (
               SELECT seen.number UNION ALL
               SELECT merged.number FROM ticket merged
               WHERE merged.district_code = left(seen.number, 6) AND merged.merged_into_number = seen.number
             ) AS origin(number)
             JOIN demand ON demand.district_code = left(seen.number, 6) AND demand.ticket_number = origin.number
             LEFT JOIN demander
               ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
             WHERE $2::text IS NULL OR demander.person_id = $2
             ORDER BY demand.received_at DESC, demand.number DESC`,
      values: [numbers, this.#asker],
    }) as unknown as Promise<Asked[]>;
  }

  /** A resident is told of what they asked themselves: what another asked in the same ticket is that person's. */
  get #asker(): string | null {
    return this.#principal?.post === Post.RESIDENT ? this.#principal.id : null;
  }
}
