import { refuse as refuseShared } from "../../shared/errors.ts";
import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { coversDivision, districtOf, Post, servesIn } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../market-supervision.errors.ts";
import { isTelephone } from "../telephone.ts";
import { owner } from "../visibility.ts";
import { written } from "../written.ts";
import { daysToMediate, isUsedUp } from "./consumer-complaint.deadline.ts";
import {
  ComplaintState,
  type ConsumerComplaint,
  MediationOutcome,
  type RejectionReason,
} from "./consumer-complaint.ts";

/** What the consumer, or the department for them, puts down. */
export interface ComplaintText {
  readonly facts: string;
  readonly request: string;
  readonly disputedFen?: number | null;
  readonly consumerName?: string | null;
  readonly consumerPhone: string;
  readonly ticket?: string | null;
}

/** From which states a step is legal. Illegal steps are refused here and nowhere else. */
const legalFrom = {
  accept: [ComplaintState.RECEIVED],
  reject: [ComplaintState.RECEIVED],
  mediate: [ComplaintState.ACCEPTED],
  close: [ComplaintState.MEDIATED],
} as const satisfies Record<string, readonly ComplaintState[]>;

/** The business complained of, as the register places it. */
export interface ComplainedOf {
  readonly creditCode: string;
  readonly divisionCode: string | null;
  readonly gridCode: string | null;
}

/** A complaint as received; the store gives it its number. */
export type ReceivedComplaint = Omit<ConsumerComplaint, "number">;

/** Who acts for the department; its data stewards read and do no more. */
const handlingPosts: readonly Post[] = [Post.RESPONDER, Post.CHIEF_RESPONDER];

const handles = ({ principal }: Actor): boolean =>
  servesIn(principal, owner) && handlingPosts.includes(principal.post);

function requireHandling(actor: Actor): void {
  if (handles(actor)) return;
  throw forbidden("市场监督管理投诉举报处理暂行办法 第十四条", actor.principal, {
    en: "consumer complaints are handled by the responders of market supervision",
    zh: "消费投诉由市场监管部门的应哨人办理",
    posts: handlingPosts,
  });
}

/** Refuses whoever files no complaints, before anybody is asked about the business. */
export function requireFiling(actor: Actor): void {
  if (handles(actor) || actor.principal.post === Post.RESIDENT) return;
  throw forbidden("市场监督管理投诉举报处理暂行办法 第九条", actor.principal, {
    en: "a consumer complaint is filed by the consumer, or by market supervision for them",
    zh: "消费投诉由消费者本人提出，或由市场监管部门代为登记",
    posts: [Post.RESIDENT, ...handlingPosts],
  });
}

/** 收到投诉: competent is the department of the place where the business is (第十二条). */
export function receiveComplaint(
  text: ComplaintText,
  { creditCode, divisionCode, gridCode }: ComplainedOf,
  actor: Actor,
): ReceivedComplaint {
  requireFiling(actor);
  const { principal, at } = actor;
  const isOwn = principal.post === Post.RESIDENT;
  const place = gridCode?.slice(0, 12) ?? divisionCode;
  if (!place || place.length < 6) throw refuse("BUSINESS_WITHOUT_PLACE", { creditCode });
  if (!isOwn && !coversDivision(principal, place)) {
    throw refuse("NOT_COMPETENT_FOR_BUSINESS", { creditCode, division: place, unit: principal.unit });
  }
  // The department links what came over the hotline; a consumer could name anybody's ticket.
  if (isOwn && text.ticket) {
    throw forbidden("市场监督管理投诉举报处理暂行办法 第九条", actor.principal, {
      en: "market supervision links a complaint to a ticket",
      zh: "投诉与工单的关联由市场监管部门登记",
      posts: handlingPosts,
    });
  }
  if (text.ticket && districtOf(text.ticket) !== districtOf(place)) {
    throw refuse("TICKET_OF_ANOTHER_DISTRICT", { ticket: text.ticket, division: place });
  }
  return {
    districtCode: districtOf(place),
    state: ComplaintState.RECEIVED,
    creditCode,
    divisionCode: place,
    gridCode,
    ticketNumber: text.ticket ?? null,
    consumerName: isOwn ? principal.name : written("consumerName", text.consumerName ?? "", 100),
    consumerPhone: reachablePhone(text.consumerPhone),
    personId: isOwn ? principal.id : null,
    facts: written("facts", text.facts),
    request: written("request", text.request),
    disputedFen: amount("disputedFen", text.disputedFen),
    receivedAt: at,
    decidedAt: null,
    rejectionReason: null,
    rejectionExplanation: null,
    mediatedAt: null,
    outcome: null,
    outcomeAccount: null,
    recoveredFen: null,
    closedAt: null,
    feedback: null,
    version: 1,
  };
}

/** 受理. A late acceptance is still one: that it was late is shown, not undone. */
export function acceptComplaint(complaint: ConsumerComplaint, actor: Actor): Move<ConsumerComplaint> {
  requireMove(complaint, "accept", actor);
  return {
    change: { state: ComplaintState.ACCEPTED, decidedAt: actor.at },
    kind: "CONSUMER_COMPLAINT_ACCEPTED",
    payload: subjectOf(complaint),
  };
}

/** 不予受理, for a reason the rules name (第十五条). */
export function rejectComplaint(
  complaint: ConsumerComplaint,
  reason: RejectionReason,
  explanation: string,
  actor: Actor,
): Move<ConsumerComplaint> {
  requireMove(complaint, "reject", actor);
  return {
    change: {
      state: ComplaintState.REJECTED,
      decidedAt: actor.at,
      rejectionReason: reason,
      rejectionExplanation: written("explanation", explanation),
    },
    kind: "CONSUMER_COMPLAINT_REJECTED",
    payload: { ...subjectOf(complaint), reason },
  };
}

/** 调解结束: an agreement within 45 working days of acceptance, or an end without one (第二十条、第二十一条). */
export function endMediation(
  complaint: ConsumerComplaint,
  result: {
    readonly outcome: MediationOutcome;
    readonly account: string;
    readonly recoveredFen?: number | null;
  },
  actor: Actor,
): Move<ConsumerComplaint> {
  requireMove(complaint, "mediate", actor);
  const { number, decidedAt } = complaint;
  const { outcome } = result;
  const timeIsUp = decidedAt !== null && isUsedUp(decidedAt, daysToMediate, actor.at);
  if (outcome === MediationOutcome.AGREED && timeIsUp) {
    throw refuse("MEDIATION_OUT_OF_TIME", { number, days: daysToMediate });
  }
  if (outcome === MediationOutcome.TIME_UP && !timeIsUp) {
    throw refuse("MEDIATION_STILL_IN_TIME", { number, days: daysToMediate });
  }
  const recoveredFen = amount("recoveredFen", result.recoveredFen);
  if (recoveredFen !== null && (outcome !== MediationOutcome.AGREED || recoveredFen === 0)) {
    throw refuse("RECOVERED_WITHOUT_AGREEMENT");
  }
  return {
    change: {
      state: ComplaintState.MEDIATED,
      mediatedAt: actor.at,
      outcome,
      outcomeAccount: written("account", result.account),
      recoveredFen,
    },
    kind: "CONSUMER_COMPLAINT_MEDIATED",
    payload: { ...subjectOf(complaint), outcome, recoveredFen },
  };
}

/** 办结: once the consumer was told. */
export function closeComplaint(
  complaint: ConsumerComplaint,
  feedback: string,
  actor: Actor,
): Move<ConsumerComplaint> {
  requireMove(complaint, "close", actor);
  return {
    change: {
      state: ComplaintState.CLOSED,
      closedAt: actor.at,
      feedback: written("feedback", feedback),
    },
    kind: "CONSUMER_COMPLAINT_CLOSED",
    payload: subjectOf(complaint),
  };
}

/** What the log tells of a complaint: codes and numbers, nobody's name. */
export const subjectOf = ({ number, creditCode, ticketNumber }: ConsumerComplaint) => ({
  complaint: number,
  business: creditCode,
  ticket: ticketNumber,
});

function requireMove({ number, state }: ConsumerComplaint, move: keyof typeof legalFrom, actor: Actor): void {
  requireHandling(actor);
  const states: readonly ComplaintState[] = legalFrom[move];
  if (states.includes(state)) return;
  const moves = movesFrom<keyof typeof legalFrom, ComplaintState>(legalFrom, state);
  throw refuse("COMPLAINT_ILLEGAL_MOVE", { number, state, move, states, moves });
}

function reachablePhone(phone: string): string {
  const given = phone.trim();
  if (isTelephone(given)) return given;
  throw refuseShared("BAD_INPUT", {
    field: "consumerPhone",
    problem: "a mobile number, or a fixed line with its area code",
    problemZh: "应为手机号码，或带区号的固定电话",
  });
}

function amount(field: string, fen: number | null | undefined): number | null {
  if (fen === undefined || fen === null) return null;
  if (fen >= 0) return fen;
  throw refuseShared("BAD_INPUT", { field, problem: "give no negative amount", problemZh: "金额不得为负" });
}
