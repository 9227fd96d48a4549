import type { Actor, Move } from "../../../shared/move.ts";
import { requireState } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketFunction } from "../ticket-function.ts";
import { TicketState as S } from "../ticket-state.ts";

/**
 * 吹哨: a whistle was blown from the ticket, which stays with its first handler (PG-3). Who may blow is judged by the
 * whistle's own lifecycle. Blown again while whistled (raised a level, PG-8), it keeps its first entry time.
 */
export function whistleTicket(ticket: Ticket, { whistle }: { whistle: string }, actor: Actor): Move<Ticket> {
  requireState(ticket, "whistle");
  return {
    change: {
      state: S.WHISTLED,
      function: TicketFunction.WHISTLE_REPORT,
      whistledAt: ticket.whistledAt ?? actor.at,
    },
    kind: "TICKET_WHISTLED",
    payload: { whistle },
  };
}

/** 报到: a called unit has arrived; the first arrival is the entry into the step 报到处置. */
export function arriveForTicket(
  ticket: Ticket,
  { whistle, unit }: { whistle: string; unit: string },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "arrive");
  return {
    change: { arrivedAt: ticket.arrivedAt ?? actor.at },
    kind: "TICKET_REPORTED_FOR",
    payload: { whistle, unit },
  };
}

/** The whistle is resolved (or withdrawn): the first handler goes on with the ticket. */
export function resumeTicket(ticket: Ticket, { whistle }: { whistle: string }, actor: Actor): Move<Ticket> {
  requireState(ticket, "resume");
  return {
    change: { state: S.IN_PROGRESS, startedAt: ticket.startedAt ?? actor.at },
    kind: "TICKET_RESUMED",
    payload: { whistle },
  };
}
