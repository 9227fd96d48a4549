import type { Actor, Move } from "../../../shared/move.ts";
import { refuse } from "../../tickets.errors.ts";
import { requireCentre, requireHandlingUnit, requireState } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

/** 申请延期: asked before the limit is used up; one question at a time. */
export function askExtension(
  ticket: Ticket,
  { days, pending }: { days: number; pending: boolean },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "askExtension");
  requireHandlingUnit(ticket, actor);
  if (pending) throw refuse("EXTENSION_PENDING", { number: ticket.number });
  if (actor.at >= ticket.dueAt) throw refuse("EXTENSION_TOO_LATE", { number: ticket.number });
  return { change: {}, kind: "TICKET_EXTENSION_ASKED", payload: { unit: actor.principal.unit, days } };
}

/** 延期审核: the centre grants the longer limit or refuses it. */
export function decideExtension(
  ticket: Ticket,
  { granted, dueAt }: { granted: boolean; dueAt: Date },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "decideExtension");
  requireCentre(ticket, "decideExtension", actor);
  return granted
    ? {
        change: { state: S.EXTENDED, dueAt },
        kind: "TICKET_EXTENDED",
        payload: { dueAt: dueAt.toISOString() },
      }
    : { change: {}, kind: "TICKET_EXTENSION_REFUSED" };
}
