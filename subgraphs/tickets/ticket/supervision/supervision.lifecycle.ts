import type { Actor, Move } from "../../../shared/move.ts";
import { coversDivision, Post } from "../../../shared/principal.ts";
import { refuse } from "../../tickets.errors.ts";
import { requireState, type TicketMove, underway, whoIs } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

/** Leaders and the centre press a case; a department never supervises a sub-district (GZ-10). */
function requireLeader(
  ticket: Ticket,
  move: TicketMove,
  others: readonly Post[],
  { principal }: Actor,
): void {
  const leaders = [Post.DISTRICT_LEADER, Post.SUBDISTRICT_LEADER, ...others];
  if (leaders.includes(principal.post) && coversDivision(principal, ticket.divisionCode)) return;
  throw refuse("NOT_A_LEADER_OF_THE_PLACE", { ...whoIs(principal), move, number: ticket.number, leaders });
}

/**
 * 督办: presses the handling unit (ZY-18, PG-7). A unit that has not begun must still sign and start, and a whistle
 * still be resolved, so those states stay as they are.
 */
export function superviseTicket(ticket: Ticket, actor: Actor): Move<Ticket> {
  requireState(ticket, "supervise");
  requireLeader(ticket, "supervise", [Post.CENTRE_DISPATCHER, Post.PERFORMANCE_OFFICE], actor);
  if (!ticket.handlingUnitCode) throw refuse("NOBODY_TO_SUPERVISE", { number: ticket.number });
  const begun: readonly S[] = [...underway, S.LEDGERED];
  return {
    change: begun.includes(ticket.state) ? { state: S.SUPERVISED } : {},
    kind: "TICKET_SUPERVISED",
    payload: { supervisor: actor.principal.unit, unit: ticket.handlingUnitCode },
  };
}

/** 包案: a leader takes the case personally (PG-7). */
export function assignCaseLeader(
  ticket: Ticket,
  leader: { personId: string; name: string; unit: string },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "assignCaseLeader");
  requireLeader(ticket, "assignCaseLeader", [], actor);
  return {
    change: { caseLeaderId: leader.personId, caseLeaderName: leader.name, caseLeaderUnitCode: leader.unit },
    kind: "TICKET_CASE_LEADER_ASSIGNED",
    payload: { unit: leader.unit },
  };
}
