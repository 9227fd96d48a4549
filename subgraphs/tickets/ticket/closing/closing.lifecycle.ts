import type { Actor, Move } from "../../../shared/move.ts";
import { refuse } from "../../tickets.errors.ts";
import type { Limited } from "../ticket.deadline.ts";
import { requireCentre, requireState } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

/** 回访: what the demander answered, as the evaluation's feed tells it. Unsolved goes to the ledger (ZY-18). */
export function callBackTicket(
  ticket: Ticket,
  { solved, satisfaction }: { solved: boolean; satisfaction: string | null },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "callBack");
  const calledBack = { calledBackAt: actor.at, confirmedSolved: solved, satisfaction };
  if (!solved) return ledgered(ticket, actor, calledBack);
  return { change: { state: S.CALLED_BACK, ...calledBack }, kind: "TICKET_CALLED_BACK", payload: { solved } };
}

/** 挂账: answered but unsolved, so it is followed up until it is solved (ZY-18). */
export function ledgerTicket(ticket: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "ledger");
  requireCentre(ticket, "ledger", actor);
  if (ticket.solved) throw refuse("NOT_UNSOLVED", { number: ticket.number });
  return ledgered(ticket, actor);
}

const ledgered = (ticket: Ticket, { at }: Actor, also: Partial<Ticket> = {}): Move<Ticket> => ({
  change: { state: S.LEDGERED, ledgeredAt: ticket.ledgeredAt ?? at, ...also },
  kind: "TICKET_LEDGERED",
  payload: { division: ticket.divisionCode, handlingUnit: ticket.handlingUnitCode },
});

/** 销号: one solved, one struck off. Only what the demander confirmed as solved (ZY-18). */
export function strikeOffTicket(ticket: Ticket, strikeOffNumber: string, actor: Actor): Move<Ticket> {
  requireState(ticket, "strikeOff");
  requireCentre(ticket, "strikeOff", actor);
  if (!ticket.confirmedSolved) throw refuse("STRIKE_OFF_UNSOLVED", { number: ticket.number });
  return {
    change: { state: S.STRUCK_OFF, struckOffAt: actor.at, strikeOffNumber },
    kind: "TICKET_STRUCK_OFF",
    payload: { division: ticket.divisionCode, handlingUnit: ticket.handlingUnitCode, strikeOffNumber },
  };
}

/** 归档. */
export function archiveTicket(ticket: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "archive");
  requireCentre(ticket, "archive", actor);
  return { change: { state: S.ARCHIVED, archivedAt: actor.at }, kind: "TICKET_ARCHIVED" };
}

/** 重新办理: a second loop begins. What the first one ended with stays in the log; the clock starts anew. */
export function reopenTicket(ticket: Ticket, limited: Limited, actor: Actor): Move<Ticket> {
  requireState(ticket, "reopen");
  requireCentre(ticket, "reopen", actor);
  return {
    change: {
      ...limited,
      state: S.REOPENED,
      handledAt: null,
      contacted: null,
      solved: null,
      reasonUnsolved: null,
      feedbackAt: null,
      calledBackAt: null,
      confirmedSolved: null,
      satisfaction: null,
      ledgeredAt: null,
      strikeOffNumber: null,
      struckOffAt: null,
      archivedAt: null,
      rejectionGrounds: null,
    },
    kind: "TICKET_REOPENED",
    payload: { from: ticket.state, strikeOffNumber: ticket.strikeOffNumber },
  };
}
