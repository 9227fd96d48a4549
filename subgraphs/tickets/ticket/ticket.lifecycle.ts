import { type Actor, movesFrom } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { refuse } from "../tickets.errors.ts";
import type { Ticket } from "./ticket.ts";
import { TicketState as S } from "./ticket-state.ts";

/** Being worked on by the handling unit, under whatever name. */
export const underway = [S.IN_PROGRESS, S.EXTENDED, S.SUPERVISED] as const;
const notYetSent = [S.RECEIVED, S.VERIFIED, S.MATCHED, S.RETURNED, S.REOPENED] as const;
const withUnit = [S.DISPATCHED, S.SIGNED, ...underway, S.WHISTLED] as const;

/**
 * From which states a move is legal. Illegal moves are refused here and nowhere else. What a move asks besides, and what
 * it changes, is with its subject: `intake/`, `dispatch/`, `handling/` and so on.
 */
export const legalFrom = {
  verify: [S.RECEIVED],
  reject: [S.RECEIVED, S.VERIFIED, S.RETURNED],
  match: notYetSent,
  dispatch: [S.MATCHED],
  sign: [S.DISPATCHED],
  return: [S.DISPATCHED, S.SIGNED],
  start: [S.SIGNED, S.LEDGERED],
  whistle: withUnit,
  arrive: [S.WHISTLED],
  resume: [S.WHISTLED],
  handle: underway,
  giveFeedback: [S.HANDLED],
  callBack: [S.FEEDBACK_GIVEN],
  ledger: [S.FEEDBACK_GIVEN],
  strikeOff: [S.CALLED_BACK],
  archive: [S.STRUCK_OFF],
  reopen: [S.REJECTED, S.CALLED_BACK, S.STRUCK_OFF, S.ARCHIVED],
  askExtension: underway,
  decideExtension: underway,
  split: withUnit,
  supervise: [...withUnit, S.LEDGERED, S.REOPENED],
  assignCaseLeader: [...notYetSent, ...withUnit, S.HANDLED, S.FEEDBACK_GIVEN, S.LEDGERED],
  merge: notYetSent,
  mergeInto: [...notYetSent, ...withUnit],
  locate: [...notYetSent, ...withUnit],
} as const satisfies Record<string, readonly S[]>;

export type TicketMove = keyof typeof legalFrom;

export function requireState(ticket: Ticket, move: TicketMove): void {
  const allowed: readonly S[] = legalFrom[move];
  if (allowed.includes(ticket.state)) return;
  throw refuse("TICKET_ILLEGAL_MOVE", {
    number: ticket.number,
    state: ticket.state,
    move,
    states: allowed,
    moves: movesFrom<keyof typeof legalFrom, S>(legalFrom, ticket.state),
  });
}

/** Posts that act for a unit a ticket was dispatched to. Grid members and residents never do. */
export const handlingPosts: readonly Post[] = [
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
];

export const whoIs = ({ post, unit }: Principal) => ({ post, unit });

/** Whether the actor acts for the unit where something was sent to it. */
export const speaksForUnit = (unit: string | null, { principal }: Actor): boolean =>
  principal.unit === unit && handlingPosts.includes(principal.post);

export function requireHandlingUnit(ticket: Ticket, actor: Actor): void {
  if (speaksForUnit(ticket.handlingUnitCode, actor)) return;
  throw refuse("NOT_THE_HANDLING_UNIT", {
    ...whoIs(actor.principal),
    number: ticket.number,
    handlingUnit: ticket.handlingUnitCode ?? "—",
  });
}

export function requireCentre(ticket: Ticket, move: TicketMove, { principal }: Actor): void {
  const inDistrict = districtOf(principal.division) === ticket.districtCode;
  if (principal.post === Post.CENTRE_DISPATCHER && inDistrict) return;
  throw refuse("NOT_THE_CENTRE", { ...whoIs(principal), move, number: ticket.number });
}
