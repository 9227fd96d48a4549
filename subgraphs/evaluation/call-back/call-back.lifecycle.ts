import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { coversDivision, districtOf, Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../evaluation.errors.ts";
import type { CallBack, CallBackChannel, InvalidReason, Satisfaction } from "./call-back.ts";

/** What the tickets subgraph says about the ticket a call-back is about, at this moment. */
export interface CalledBackTicket {
  readonly number: string;
  readonly state: string;
  /** Null until feedback was given. */
  readonly feedbackAt: Date | null;
  readonly divisionCode: string;
  readonly handlingUnitCode: string | null;
  /** Null while no matter is matched. */
  readonly matterCode: string | null;
}

/** What the demander answered, or why there is no answer. */
export interface CallBackAnswer {
  readonly channel: CallBackChannel;
  readonly attempts: number;
  readonly invalidReason?: InvalidReason | null;
  readonly contacted?: boolean | null;
  readonly solved?: boolean | null;
  readonly satisfaction?: Satisfaction | null;
  readonly opinion?: string | null;
}

/** A call-back as judged; the store gives it its place among the ticket's others. */
export type JudgedCallBack = Omit<CallBack, "ordinal" | "countingDay">;

/** Refuses whoever may not call back, by the ticket's number alone: before anybody says whether there is such a ticket. */
export function requireCentre(number: string, { principal }: Actor): void {
  const ofDistrict = districtOf(number).startsWith(districtOf(principal.division));
  if (principal.post === Post.CENTRE_DISPATCHER && ofDistrict) return;
  throw forbidden("ZY-12", principal, {
    en: "demanders are called back by the command centre of their district",
    zh: "回访由诉求所在区的指挥中心进行",
    posts: [Post.CENTRE_DISPATCHER],
  });
}

/** 回访: the centre asks the demander, after the feedback (PG-2) and never about what it handled itself. */
export function recordCallBack(
  ticket: CalledBackTicket,
  earlier: readonly CallBack[],
  answer: CallBackAnswer,
  actor: Actor,
): JudgedCallBack {
  const { number, state, feedbackAt, divisionCode, handlingUnitCode, matterCode } = ticket;
  const { principal, at } = actor;
  requireCentre(number, actor);
  if (!coversDivision(principal, divisionCode)) throw noSuchTicket(number);
  if (principal.unit === handlingUnitCode) {
    throw refuse("HANDLER_MAY_NOT_JUDGE", { unit: principal.unit, number });
  }
  // The ticket moves on only when its subgraph has heard of the call-back, so ours are asked too.
  const known =
    feedbackAt && earlier.some((one) => one.valid && one.feedbackAt.getTime() === feedbackAt.getTime());
  if (known) throw refuse("CALL_BACK_ALREADY_VALID", { number });
  if (state !== "FEEDBACK_GIVEN" || !feedbackAt || !handlingUnitCode) {
    throw refuse("CALL_BACK_NOT_DUE", { number, state });
  }
  const invalidReason = answer.invalidReason ?? null;
  requireComplete(answer);
  return {
    districtCode: districtOf(number),
    ticketNumber: number,
    feedbackAt,
    divisionCode,
    handlingUnitCode,
    matterCode,
    recordedAt: at,
    callerPost: principal.post,
    callerUnitCode: principal.unit,
    callerId: principal.id,
    channel: answer.channel,
    attempts: answer.attempts,
    valid: invalidReason === null,
    invalidReason,
    contacted: answer.contacted ?? null,
    solved: answer.solved ?? null,
    satisfaction: answer.satisfaction ?? null,
    opinion: answer.opinion?.trim() || null,
  };
}

/** Said of a ticket of another place too: who may not call back on it does not learn that it exists. */
export const noSuchTicket = (number: string) =>
  refuseShared("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });

function requireComplete(answer: CallBackAnswer): void {
  const { attempts, invalidReason, contacted, solved, satisfaction, opinion } = answer;
  const told = [contacted, solved, satisfaction].filter((each) => each !== undefined && each !== null).length;
  if (told !== (invalidReason ? 0 : 3)) throw refuse("CALL_BACK_INCOMPLETE");
  if (attempts < 1 || attempts > 20) {
    throw refuseShared("BAD_INPUT", {
      field: "attempts",
      problem: "give 1 to 20",
      problemZh: "须为 1 至 20 次",
    });
  }
  if (opinion && opinion.length > 2000) {
    throw refuseShared("BAD_INPUT", {
      field: "opinion",
      problem: "at most 2,000 characters",
      problemZh: "不超过 2000 字",
    });
  }
}
