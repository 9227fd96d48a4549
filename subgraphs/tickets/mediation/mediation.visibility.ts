import { Brackets, type SelectQueryBuilder } from "typeorm";
import type { Principal } from "../../shared/principal.ts";
import { handlingPosts } from "../ticket/ticket.lifecycle.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo as ticketVisibleTo } from "../ticket/ticket.visibility.ts";
import { caseOver } from "../ticket/ticket-state.ts";
import type { DisputeMediation } from "./dispute-mediation.ts";

/** Called to it, or leading it: bound to the case, it ends with the case. */
const takesPart = `(EXISTS (
  SELECT FROM ticket open
  WHERE (open.district_code, open.number) = (mediation.districtCode, mediation.ticketNumber)
    AND open.state <> ALL (:caseOver))
  AND (mediation.hostUnitCode = :ownUnit OR EXISTS (
    SELECT FROM mediator invited
    WHERE (invited.district_code, invited.ticket_number, invited.turn)
        = (mediation.districtCode, mediation.ticketNumber, mediation.turn)
      AND invited.unit_code = :ownUnit)))`;

/** Restricts a query whose alias is `mediation`: who sees the ticket sees how it is mediated, and so do those who mediate. */
export function visibleTo(
  query: SelectQueryBuilder<DisputeMediation>,
  principal: Principal | null,
): SelectQueryBuilder<DisputeMediation> {
  const tickets = query
    .subQuery()
    .select("1")
    .from(Ticket, "ticket")
    .where("ticket.districtCode = mediation.districtCode AND ticket.number = mediation.ticketNumber");
  const seen = ticketVisibleTo(tickets, principal);
  query.setParameters(seen.getParameters());
  const throughTicket = `EXISTS ${seen.getQuery()}`;
  if (!principal || !handlingPosts.includes(principal.post)) return query.andWhere(throughTicket);
  return query.andWhere(
    new Brackets((either) => {
      either.where(throughTicket).orWhere(takesPart, { caseOver, ownUnit: principal.unit });
    }),
  );
}
