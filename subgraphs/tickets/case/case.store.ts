import type { DataSource } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPage, type Page, type PageArgs } from "../../shared/connection.ts";
import type { LookedUpIn } from "../../shared/look-up.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { sightOf } from "../sight.ts";
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

interface CaseSight {
  readonly principal: Principal | null;
  readonly by: CaseKey["by"];
  /** Whether not all tickets that are visible may be told of, but those brought alone. */
  readonly amongSome: boolean;
}

const newest = ticketOrders[TicketOrder.NEWEST];

const ticketsOf = lookUpPage(Ticket, "ticket", newest, (query, { principal, by, amongSome }: CaseSight) => {
  const own = askerOf(principal) === null ? "true" : "demander.person_id = :caseAsker";
  visibleTo(query, principal).andWhere(ticketsBy[by](own));
  return amongSome ? query.andWhere("ticket.number = ANY(:among)") : query;
});

/** A resident is told of what they asked themselves: what another asked in the same ticket is that person's. */
const askerOf = (principal: Principal | null): string | null =>
  principal?.post === Post.RESIDENT ? principal.id : null;

/** Every query on cases: of the tickets that the principal may see, whatever the case is looked up by. */
export class CaseStore {
  readonly #principal: Principal | null;
  readonly #from: LookedUpIn;

  constructor({ manager }: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#principal = principal && sightOf(principal);
    this.#from = { manager, columns };
  }

  /** @param among numbers of the only tickets that may be told of, where not all that are visible may */
  tickets({ by, code }: CaseKey, args: PageArgs, among?: readonly string[]): Promise<Page<Ticket>> {
    const principal = this.#principal;
    const values = { caseCode: code, caseDistrict: districtOf(code), caseAsker: askerOf(principal), among };
    return ticketsOf(this.#from, args, values, { principal, by, amongSome: among !== undefined });
  }

  /**
   * What was asked in each ticket and in those merged into it, latest first. Only for tickets that were read through
   * this store: who sees a ticket sees whom it is about (KF-5).
   */
  asked(numbers: readonly string[]): Promise<Asked[]> {
    return run<Asked>(this.#from.manager, {
      name: "asked-in-case",
      text: `SELECT origin.seen AS "ticketNumber", demander.resident_id AS "residentId",
               demander.credit_code AS "creditCode", demand.building_code AS "buildingCode"
             FROM (
               SELECT number AS seen, number FROM unnest($1::text[]) AS number UNION ALL
               SELECT merged_into_number, number FROM ticket
               WHERE district_code = ANY ($3) AND merged_into_number = ANY ($1)
             ) AS origin
             JOIN demand
               ON demand.district_code = left(origin.number, 6) AND demand.ticket_number = origin.number
             LEFT JOIN demander
               ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
             WHERE $2::text IS NULL OR demander.person_id = $2
             ORDER BY demand.received_at DESC, demand.number DESC`,
      values: [numbers, askerOf(this.#principal), [...new Set(numbers.map(districtOf))]],
    });
  }
}
