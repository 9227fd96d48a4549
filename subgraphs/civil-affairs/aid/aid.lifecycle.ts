import { type Day, dayOf } from "../../shared/calendar.ts";
import { communityOfGrid } from "../../shared/codes.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { unfit } from "../../shared/refusal.ts";
import { refuse } from "../civil-affairs.errors.ts";
import type { Disability } from "../disability/disability.ts";
import { DisabilityGrade } from "../disability/disability-grade.ts";
import { requireBureauOf, requireStaffOver } from "../require-staff.ts";
import { requireText } from "../require-text.ts";
import { retainUntil } from "../retention/record.retention.ts";
import { yearsAfter } from "../years-after.ts";
import type { Aid } from "./aid.ts";
import type { AidApplicationInput, AidApprovalInput } from "./aid-input.ts";
import { AidKind } from "./aid-kind.ts";
import { AidState, AidStopReason } from "./aid-state.ts";

/** More than any allowance of today: a slip of the pen in fen is caught, a rise is not. */
export const mostFenAMonth = 2_000_000;

/** Open applications are kept as long as one that was refused the day it came in. */
export function recordApplication(input: AidApplicationInput, actor: Actor): Omit<Aid, "number"> {
  const { resident, person, grid, recipientName, kind, source, reason } = input;
  requireStaffOver(grid, actor);
  const districtCode = districtOf(grid);
  if (districtOf(resident) !== districtCode) {
    throw refuse("RESIDENT_OF_ANOTHER_DISTRICT", { resident, place: communityOfGrid(grid) });
  }
  return {
    districtCode,
    residentId: resident,
    personId: person ?? null,
    placeCode: grid,
    recipientName: requireText("recipientName", recipientName, 50),
    kind,
    state: AidState.APPLIED,
    source,
    appliedAt: actor.at,
    applicationReason: requireText("reason", reason),
    reviewedAt: null,
    reviewerId: null,
    reviewOpinion: null,
    decidedAt: null,
    refusalReason: null,
    monthlyAmountFen: null,
    paidFrom: null,
    paidUntil: null,
    reviewDueOn: null,
    stopReason: null,
    stoppedAt: null,
    retainUntil: retainUntil("AID_REFUSED", dayOf(actor.at)),
    version: 1,
  };
}

/** 审核: by the staff answerable for the place, after the visit and the checks. */
export function reviewAid(aid: Aid, opinion: string, actor: Actor): Move<Aid> {
  requireStaffOver(aid.placeCode, actor);
  requireState(aid, AidState.APPLIED);
  return {
    change: {
      state: AidState.REVIEWED,
      reviewedAt: actor.at,
      reviewerId: actor.principal.id,
      reviewOpinion: requireText("opinion", opinion),
    },
    kind: "AID_REVIEWED",
    payload: traceOf(aid),
  };
}

/** 审核确认: by the bureau, and by another person than reviewed it. */
export function approveAid(
  aid: Aid,
  { monthlyAmountFen, paidUntil }: AidApprovalInput,
  certificate: Disability | null,
  actor: Actor,
): Move<Aid> {
  requireDecider(aid, actor);
  if (!Number.isInteger(monthlyAmountFen) || monthlyAmountFen < 1 || monthlyAmountFen > mostFenAMonth) {
    throw refuse("AID_AMOUNT", { most: mostFenAMonth, given: monthlyAmountFen });
  }
  requireTerm(aid.kind, paidUntil, dayOf(actor.at));
  requireCertificate(aid.kind, certificate);
  return {
    change: {
      state: AidState.APPROVED,
      decidedAt: actor.at,
      monthlyAmountFen,
      paidUntil: paidUntil ?? null,
      retainUntil: retainUntil("AID", dayOf(actor.at)),
    },
    kind: "AID_APPROVED",
    payload: traceOf(aid),
  };
}

/** 不予确认: who is refused is told why in writing. */
export function refuseAid(aid: Aid, reason: string, actor: Actor): Move<Aid> {
  requireDecider(aid, actor);
  return {
    change: {
      state: AidState.REFUSED,
      decidedAt: actor.at,
      refusalReason: requireText("reason", reason),
      retainUntil: retainUntil("AID_REFUSED", dayOf(actor.at)),
    },
    kind: "AID_REFUSED",
    payload: traceOf(aid),
  };
}

/** 发放: from today on; the first yearly review falls due in a year. */
export function beginPayment(aid: Aid, actor: Actor): Move<Aid> {
  requireBureauOf(aid.placeCode, actor);
  requireState(aid, AidState.APPROVED);
  const today = dayOf(actor.at);
  if (aid.paidUntil) requireTerm(aid.kind, aid.paidUntil, today);
  return {
    change: { ...paidForAYear(today), state: AidState.IN_PAYMENT, paidFrom: today },
    kind: "AID_PAYMENT_BEGUN",
    payload: traceOf(aid),
  };
}

/** 年度复核: the conditions are still met, so the next review falls due a year from now. */
export function confirmAid(aid: Aid, opinion: string, actor: Actor): Move<Aid> {
  requireStaffOver(aid.placeCode, actor);
  requireState(aid, AidState.IN_PAYMENT);
  return {
    change: { ...paidForAYear(dayOf(actor.at)), reviewOpinion: requireText("opinion", opinion) },
    kind: "AID_CONFIRMED",
    payload: traceOf(aid),
  };
}

/** 停发: by the bureau, for one of the reasons there are. That a term ended is told by the calendar and nobody else. */
export function stopAid(aid: Aid, reason: AidStopReason, actor: Actor): Move<Aid> {
  requireBureauOf(aid.placeCode, actor);
  requireState(aid, AidState.APPROVED, AidState.IN_PAYMENT);
  if (reason === AidStopReason.TERM_ENDED) {
    throw unfit("社会救助暂行办法", "reason", {
      en: "TERM_ENDED is entered by itself, the day after the last",
      zh: "期限届满由系统于截止日次日自动登记",
    });
  }
  return stopped(aid, reason, actor.at);
}

/** What the calendar stops: temporary aid whose last day has passed. */
export const endTerm = (aid: Aid, at: Date): Move<Aid> => stopped(aid, AidStopReason.TERM_ENDED, at);

/** Whether the yearly review was missed; overdue is computed, never stored. */
export const isReviewOverdue = ({ reviewDueOn }: Aid, today: Day): boolean =>
  reviewDueOn !== null && today > reviewDueOn;

const stopped = (aid: Aid, stopReason: AidStopReason, at: Date): Move<Aid> => ({
  change: {
    state: AidState.STOPPED,
    stopReason,
    stoppedAt: at,
    reviewDueOn: null,
    retainUntil: retainUntil("AID", dayOf(at)),
  },
  kind: "AID_STOPPED",
  payload: { ...traceOf(aid), reason: stopReason },
});

/** While it is paid, it is needed until the next review at least. */
function paidForAYear(today: Day): Pick<Aid, "reviewDueOn" | "retainUntil"> {
  const reviewDueOn = yearsAfter(today, 1);
  return { reviewDueOn, retainUntil: retainUntil("AID", reviewDueOn) };
}

function requireState({ number, state }: Aid, ...states: readonly AidState[]): void {
  if (!states.includes(state)) throw refuse("AID_STATE", { number, state, states });
}

function requireDecider(aid: Aid, actor: Actor): void {
  requireBureauOf(aid.placeCode, actor);
  requireState(aid, AidState.REVIEWED);
  if (aid.reviewerId === actor.principal.id) {
    throw refuse("AID_REVIEWER_MAY_NOT_DECIDE", { number: aid.number });
  }
}

function requireTerm(kind: AidKind, paidUntil: Day | undefined, today: Day): void {
  const latest = yearsAfter(today, 1);
  const fits = paidUntil !== undefined && paidUntil >= today && paidUntil <= latest;
  if (kind === AidKind.TEMPORARY_AID ? !fits : paidUntil !== undefined) {
    throw refuse("AID_TERM", { kind, today, latest });
  }
}

const severe: readonly DisabilityGrade[] = [DisabilityGrade.ONE, DisabilityGrade.TWO];

function requireCertificate(kind: AidKind, certificate: Disability | null): void {
  const nursing = kind === AidKind.DISABILITY_NURSING_ALLOWANCE;
  if (!nursing && kind !== AidKind.DISABILITY_LIVING_ALLOWANCE) return;
  if (certificate && (!nursing || severe.includes(certificate.grade))) return;
  throw refuse("AID_NEEDS_CERTIFICATE", {
    kind,
    grades: nursing ? " of grade one or two" : "",
    gradesZh: nursing ? "（一级或二级）" : "",
  });
}

/** What the log says of every step: no name, no resident. */
const traceOf = ({ number, kind, placeCode }: Aid) => ({
  aid: number,
  aidKind: kind,
  community: communityOfGrid(placeCode),
});
