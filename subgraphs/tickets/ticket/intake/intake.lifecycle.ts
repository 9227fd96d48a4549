import { communityOfGrid } from "../../../shared/codes.ts";
import type { Actor, Move } from "../../../shared/move.ts";
import { coversDivision, districtOf, Post } from "../../../shared/principal.ts";
import { refuse } from "../../tickets.errors.ts";
import { requireCentre, requireState, whoIs } from "../ticket.lifecycle.ts";
import type { Ticket } from "../ticket.ts";
import { TicketState as S } from "../ticket-state.ts";

const communityPosts: readonly Post[] = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

/** 核实: the community checks on site before anything else (KF-7). Only the community of the place can. */
export function verifyTicket(
  ticket: Ticket,
  { findings, communityCanSolve }: { findings: string; communityCanSolve: boolean },
  actor: Actor,
): Move<Ticket> {
  requireState(ticket, "verify");
  const { principal, at } = actor;
  if (!communityPosts.includes(principal.post) || principal.division !== ticket.divisionCode) {
    throw refuse("VERIFIER_NOT_OF_COMMUNITY", { ...whoIs(principal), division: ticket.divisionCode });
  }
  return {
    change: { state: S.VERIFIED, verifiedAt: at, findings, communityCanSolve },
    kind: "TICKET_VERIFIED",
    payload: { division: ticket.divisionCode, communityCanSolve },
  };
}

/** Where a ticket is, once somebody knows. */
export interface Located {
  readonly gridCode: string;
  readonly estateCode: string | null;
}

/** 定位: clears a "no grid yet" (BJ-12), or corrects a wrong place. The centre does, or whoever answers for both places. */
export function locateTicket(ticket: Ticket, located: Located, actor: Actor): Move<Ticket> {
  requireState(ticket, "locate");
  const { principal } = actor;
  const { number, districtCode } = ticket;
  const divisionCode = communityOfGrid(located.gridCode);
  if (districtOf(divisionCode) !== districtCode) throw refuse("PLACE_OF_ANOTHER_DISTRICT", { number });
  const { estateCode: estate } = located;
  if (estate && !estate.startsWith(divisionCode)) {
    throw refuse("ESTATE_OF_ANOTHER_COMMUNITY", { estate, grid: located.gridCode });
  }
  const placePosts = [...communityPosts, Post.SUBDISTRICT_LEADER, Post.CENTRE_DISPATCHER];
  const covers = [ticket.divisionCode, divisionCode].every((code) => coversDivision(principal, code));
  if (!placePosts.includes(principal.post) || !covers) {
    throw refuse("NOT_ANSWERABLE_FOR_THE_PLACE", { ...whoIs(principal), number });
  }
  return {
    change: { ...located, divisionCode },
    kind: "TICKET_LOCATED",
    payload: { division: divisionCode, grid: located.gridCode, estate: located.estateCode },
  };
}

/** 不予受理: not real, or outside every duty list; explained to the demander. */
export function rejectTicket(ticket: Ticket, { grounds }: { grounds: string }, actor: Actor): Move<Ticket> {
  requireState(ticket, "reject");
  requireCentre(ticket, "reject", actor);
  return { change: { state: S.REJECTED, rejectionGrounds: grounds }, kind: "TICKET_REJECTED" };
}
