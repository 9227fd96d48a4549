import type { Actor, Move } from "../../../shared/move.ts";
import { refuse } from "../../tickets.errors.ts";
import { requireCentre, requireState } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

/** 并单: the same matter from another channel goes on in one ticket; both callers are kept (KF-5). */
export function mergeTicket(ticket: Ticket, into: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "merge");
  requireState(into, "mergeInto");
  requireCentre(ticket, "merge", actor);
  const differ =
    ticket.number === into.number ||
    ticket.districtCode !== into.districtCode ||
    (ticket.matterCode !== null && into.matterCode !== null && ticket.matterCode !== into.matterCode);
  if (differ) throw refuse("MERGE_DIFFERENT", { number: ticket.number, into: into.number });
  return {
    change: { state: S.MERGED, mergedIntoNumber: into.number },
    kind: "TICKET_MERGED",
    payload: { into: into.number },
  };
}
