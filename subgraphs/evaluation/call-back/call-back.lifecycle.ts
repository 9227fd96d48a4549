import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { coversDivision, districtOf, Post } from "../../shared/principal.ts";
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
}

/** What the demander answered, or why there is no answer. */
export interface CallBackAnswer {
  readonly channel: CallBackChannel;
  readonly attempts: number;
  readonly invalidReason?: InvalidReason | undefined;
  readonly contacted?: boolean | undefined;
  readonly solved?: boolean | undefined;
  readonly satisfaction?: Satisfaction | undefined;
  readonly opinion?: string | undefined;
}

type Judgement = Omit<CallBack, "ordinal" | "countingDay">;

/** 回访: the centre asks the demander, after the feedback (PG-2) and never about what it handled itself. */
export function recordCallBack(
  ticket: CalledBackTicket,
  earlier: readonly CallBack[],
  answer: CallBackAnswer,
  actor: Actor,
): Judgement {
  const { principal } = actor;
  if (principal.post !== Post.CENTRE_DISPATCHER || !coversDivision(principal, ticket.divisionCode)) {
    throw refuseShared("FORBIDDEN", {
      post: principal.post,
      unit: principal.unit,
      reason: "demanders are called back by the command centre of their district (ZY-12)",
      reasonZh: "回访由诉求所在区的指挥中心进行（ZY-12）",
    });
  }
  if (principal.unit === ticket.handlingUnitCode) {
    throw refuse("HANDLER_MAY_NOT_JUDGE", { unit: principal.unit, number: ticket.number });
  }
  return judge(ticket, earlier, answer, actor);
}

/** 自评: the demander rates the ticket unasked, by the same rules as a call-back. */
export function rateTicket(
  ticket: CalledBackTicket & { readonly demanders: readonly string[] },
  earlier: readonly CallBack[],
  answer: CallBackAnswer,
  actor: Actor,
): Judgement {
  const { principal } = actor;
  if (principal.post !== Post.RESIDENT || !ticket.demanders.includes(principal.id)) {
    // Told as not found, so that nobody learns by trying which tickets there are.
    throw refuseShared("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: ticket.number });
  }
  return judge(ticket, earlier, answer, actor);
}

function judge(
  { number, state, feedbackAt, divisionCode, handlingUnitCode }: CalledBackTicket,
  earlier: readonly CallBack[],
  answer: CallBackAnswer,
  { principal, at }: Actor,
): Judgement {
  // The ticket moves on only when its subgraph has heard of the call-back, so ours are asked too.
  const known =
    feedbackAt && earlier.some((one) => one.valid && one.feedbackAt.getTime() === feedbackAt.getTime());
  if (known) throw refuse("CALL_BACK_ALREADY_VALID", { number });
  if (state !== "FEEDBACK_GIVEN" || !feedbackAt || !handlingUnitCode) {
    throw refuse("CALL_BACK_NOT_DUE", { number, state });
  }
  requireComplete(answer);
  return {
    districtCode: districtOf(number),
    ticketNumber: number,
    feedbackAt,
    divisionCode,
    handlingUnitCode,
    recordedAt: at,
    callerPost: principal.post,
    callerUnitCode: principal.unit,
    callerId: principal.id,
    channel: answer.channel,
    attempts: answer.attempts,
    valid: answer.invalidReason === undefined,
    invalidReason: answer.invalidReason ?? null,
    contacted: answer.contacted ?? null,
    solved: answer.solved ?? null,
    satisfaction: answer.satisfaction ?? null,
    opinion: answer.opinion?.trim() || null,
  };
}

function requireComplete({
  attempts,
  invalidReason,
  contacted,
  solved,
  satisfaction,
  opinion,
}: CallBackAnswer): void {
  const told = [contacted, solved, satisfaction].filter((each) => each !== undefined).length;
  if (told !== (invalidReason === undefined ? 3 : 0)) throw refuse("CALL_BACK_INCOMPLETE");
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
