import type { Actor, Move } from "../../../shared/move.ts";
import type { TicketTask } from "../../ticket-task/ticket-task.ts";
import { refuse } from "../../tickets.errors.ts";
import { requireHandlingUnit, requireState } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

/** 签收: the handling unit takes receipt. The first that does is answerable to the end (首接负责). */
export function signTicket(ticket: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "sign");
  requireHandlingUnit(ticket, actor);
  const unit = actor.principal.unit;
  return {
    change: {
      state: S.SIGNED,
      signedAt: actor.at,
      firstReceiverCode: ticket.firstReceiverCode ?? unit,
    },
    kind: "TICKET_SIGNED",
    payload: { unit },
  };
}

/** 开始办理. A ledgered ticket is started again by the unit that answers for it (ZY-18). */
export function startTicket(ticket: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "start");
  requireHandlingUnit(ticket, actor);
  return {
    change: { state: S.IN_PROGRESS, startedAt: ticket.startedAt ?? actor.at },
    kind: "TICKET_STARTED",
    payload: { unit: actor.principal.unit },
  };
}

export interface Handling {
  readonly contacted: boolean;
  readonly solved: boolean;
  readonly reasonUnsolved?: string | undefined;
  readonly account: string;
  readonly publicReply?: string | undefined;
}

/**
 * 办结: contacted, solved, the reason if not, the account and the public reply are kept apart: the rates need them. The
 * whole is not done while one of the tasks it was split into is open (ZY-18).
 */
export function handleTicket(
  ticket: Ticket,
  handling: Handling,
  openTasks: readonly TicketTask[],
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "handle");
  requireHandlingUnit(ticket, actor);
  if (openTasks.length > 0) {
    const open = openTasks.map(({ ordinal, unitCode }) => `${ordinal} (${unitCode})`).join(", ");
    throw refuse("TICKET_TASKS_OPEN", { number: ticket.number, open });
  }
  const { contacted, solved, account, publicReply } = handling;
  const reasonUnsolved = handling.reasonUnsolved?.trim() || null;
  if (solved === (reasonUnsolved !== null)) {
    throw refuse(solved ? "REASON_UNSOLVED_UNWANTED" : "REASON_UNSOLVED_MISSING", { number: ticket.number });
  }
  return {
    change: {
      state: S.HANDLED,
      handledAt: actor.at,
      contacted,
      solved,
      reasonUnsolved,
      handlingAccount: account,
      publicReply: publicReply?.trim() || null,
      confirmedSolved: null,
    },
    kind: "TICKET_HANDLED",
    payload: { unit: actor.principal.unit, contacted, solved },
  };
}

/** 结果反馈: every demander behind the ticket reads the public reply from now on. */
export function giveFeedback(
  ticket: Ticket,
  { publicReply }: { publicReply?: string | undefined },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "giveFeedback");
  requireHandlingUnit(ticket, actor);
  const reply = publicReply?.trim() || ticket.publicReply;
  if (!reply) throw refuse("PUBLIC_REPLY_MISSING", { number: ticket.number });
  return {
    change: { state: S.FEEDBACK_GIVEN, publicReply: reply, feedbackAt: actor.at },
    kind: "TICKET_FEEDBACK_GIVEN",
    payload: { division: ticket.divisionCode, handlingUnit: ticket.handlingUnitCode },
  };
}
