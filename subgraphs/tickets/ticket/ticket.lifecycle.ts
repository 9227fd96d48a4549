import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { refuse } from "../tickets.errors.ts";
import { type Ticket, TicketState } from "./ticket.ts";

/** From which states a move is legal. Illegal moves are refused here and nowhere else. */
const from = {
  sign: [TicketState.DISPATCHED],
} as const satisfies Record<string, readonly TicketState[]>;

function requireState(ticket: Ticket, move: keyof typeof from): void {
  const allowed: readonly TicketState[] = from[move];
  if (allowed.includes(ticket.state)) return;
  throw refuse("TICKET_ILLEGAL_MOVE", {
    number: ticket.number,
    state: ticket.state,
    move,
    allowed: allowed.join(", "),
  });
}

/** 签收: the handling unit takes receipt; only the unit it was dispatched to can. */
export function signTicket(ticket: Ticket, { principal, at }: Actor): Move<Ticket> {
  requireState(ticket, "sign");
  if (principal.unit !== ticket.handlingUnitCode) {
    throw refuseShared("FORBIDDEN", {
      post: principal.post,
      unit: principal.unit,
      reason: `ticket ${ticket.number} was dispatched to ${ticket.handlingUnitCode}`,
      reasonZh: `工单 ${ticket.number} 派给了 ${ticket.handlingUnitCode}`,
    });
  }
  return { change: { state: TicketState.SIGNED, signedAt: at }, kind: "TICKET_SIGNED" };
}
