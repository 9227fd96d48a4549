import type { Actor, Move } from "../../../shared/move.ts";
import { districtOf } from "../../../shared/principal.ts";
import { refuse } from "../../tickets.errors.ts";
import type { Limited } from "../ticket.deadline.ts";
import { requireCentre, requireHandlingUnit, requireState } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

/** What the departments' lists say about a matter in a place on a day. */
export interface Matched {
  readonly matterCode: string;
  readonly itemCode: string | null;
  readonly listId: string | null;
  readonly listVersion: number | null;
  readonly matchedOn: string;
  readonly unitCode: string | null;
}

/** Asked before the lists are: who may not match is not told what they say. */
export function requireMatchable(ticket: Ticket, actor: Actor): void {
  requireState(ticket, "match");
  requireCentre(ticket, "match", actor);
}

/**
 * 权责匹配: the matter, its item and the list version of the day are written down (PG-5, GZ-11). A ticket that turns out
 * to be about something else leaves the class of problem it was counted to.
 */
export function matchTicket(
  ticket: Ticket,
  { unitCode, ...matched }: Matched,
  limited: Limited,
  actor: Actor,
): Move<Ticket> {
  requireMatchable(ticket, actor);
  const { matterCode: matter, itemCode: item, listId, listVersion } = matched;
  return {
    change: {
      state: S.MATCHED,
      matchedAt: ticket.matchedAt ?? actor.at,
      matchedUnitCode: unitCode,
      ...(matter !== ticket.matterCode && { classProblemNumber: null }),
      ...matched,
      ...limited,
    },
    kind: "TICKET_MATCHED",
    payload: { matter, item, listId, listVersion },
  };
}

/** 派单: sends the matched ticket to a unit. Whether the lists allow it is judged before, on the day of dispatch. */
export function dispatchTicket(ticket: Ticket, { unit }: { unit: string }, actor: Actor): Move<Ticket> {
  requireState(ticket, "dispatch");
  requireCentre(ticket, "dispatch", actor);
  const { number, districtCode } = ticket;
  if (districtOf(unit) !== districtCode) throw refuse("UNIT_OF_ANOTHER_DISTRICT", { number, unit });
  return {
    change: {
      state: S.DISPATCHED,
      handlingUnitCode: unit,
      dispatchedAt: ticket.dispatchedAt ?? actor.at,
      signedAt: null,
    },
    kind: "TICKET_DISPATCHED",
    payload: { unit, matter: ticket.matterCode, item: ticket.itemCode },
  };
}

/** 退单: the unit sends it back with grounds before it has begun; who has begun leads to the end (首接负责). */
export function returnTicket(ticket: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "return");
  requireHandlingUnit(ticket, actor);
  const unit = actor.principal.unit;
  return {
    change: {
      state: S.RETURNED,
      handlingUnitCode: null,
      signedAt: null,
      firstReceiverCode: ticket.firstReceiverCode === unit ? null : ticket.firstReceiverCode,
    },
    kind: "TICKET_RETURNED",
    payload: { unit },
  };
}
