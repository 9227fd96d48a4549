import { communityOfGrid } from "../../shared/codes.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { coversDivision, districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { LimitName } from "../limit/limit-name.ts";
import type { TicketTask } from "../ticket-task/ticket-task.ts";
import { refuse } from "../tickets.errors.ts";
import type { Ticket } from "./ticket.ts";
import { TicketFunction } from "./ticket-function.ts";
import { TicketState as S } from "./ticket-state.ts";

/** Being worked on by the handling unit, under whatever name. */
const underway = [S.IN_PROGRESS, S.EXTENDED, S.SUPERVISED] as const;
const notYetSent = [S.RECEIVED, S.VERIFIED, S.MATCHED, S.RETURNED, S.REOPENED] as const;
const withUnit = [S.DISPATCHED, S.SIGNED, ...underway, S.WHISTLED] as const;

/** From which states a move is legal. Illegal moves are refused here and nowhere else. */
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
    allowed: allowed.join(", "),
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

const communityPosts: readonly Post[] = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

const whoIs = ({ post, unit }: Principal) => ({ post, unit });

/** Whether the actor acts for the unit where something was sent to it. */
export const speaksForUnit = (unit: string | null, { principal }: Actor): boolean =>
  principal.unit === unit && handlingPosts.includes(principal.post);

function requireHandlingUnit(ticket: Ticket, actor: Actor): void {
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

/** Leaders and the centre press a case; a department never supervises a sub-district (GZ-10). */
function requireLeader(
  ticket: Ticket,
  move: TicketMove,
  others: readonly Post[],
  { principal }: Actor,
): void {
  const leaders = [Post.DISTRICT_LEADER, Post.SUBDISTRICT_LEADER, ...others];
  if (leaders.includes(principal.post) && coversDivision(principal, ticket.divisionCode)) return;
  throw refuse("NOT_A_LEADER_OF_THE_PLACE", { ...whoIs(principal), move, number: ticket.number });
}

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

/** What the departments' lists say about a matter in a place on a day. */
export interface Matched {
  readonly matterCode: string;
  readonly itemCode: string | null;
  readonly listId: string | null;
  readonly listVersion: number | null;
  readonly matchedOn: string;
  readonly unitCode: string | null;
}

/** A limit chosen, and the instant by which it makes the ticket due. */
export interface Limited {
  readonly limitName: LimitName;
  readonly limitVersion: number;
  readonly dueAt: Date;
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

/** 回访: what the demander answered, as the evaluation's feed tells it. Unsolved goes to the ledger (ZY-18). */
export function callBackTicket(ticket: Ticket, { solved }: { solved: boolean }, actor: Actor): Move<Ticket> {
  requireState(ticket, "callBack");
  const calledBack = { calledBackAt: actor.at, confirmedSolved: solved };
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
