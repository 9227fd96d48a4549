import { dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { coversDivision, districtOf, Post } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { refuse } from "../evaluation.errors.ts";
import { speaksFor } from "../visibility.ts";
import { EvaluationDirection, EvaluationState, WhistleEvaluation } from "./whistle-evaluation.ts";

const from = {
  give: [EvaluationState.DUE],
  file: [EvaluationState.GIVEN],
} as const satisfies Record<string, readonly EvaluationState[]>;

function requireState(evaluation: WhistleEvaluation, move: keyof typeof from): void {
  const allowed: readonly EvaluationState[] = from[move];
  if (allowed.includes(evaluation.state)) return;
  throw refuse("EVALUATION_ILLEGAL_MOVE", {
    whistle: evaluation.whistleNumber,
    evaluator: evaluation.evaluatorUnitCode,
    subject: evaluation.subjectUnitCode,
    state: evaluation.state,
    move,
    states: allowed,
    moves: movesFrom<keyof typeof from, EvaluationState>(from, evaluation.state),
  });
}

/** A confirmed whistle, as the tickets subgraph tells it. */
export interface ConfirmedWhistle {
  readonly number: string;
  readonly kind: string;
  readonly blower: string;
  /** The unit that grades those called: the blower, or the centre where the whistle's kind says so. */
  readonly evaluator: string;
  readonly division: string;
  readonly participants: readonly {
    readonly unit: string;
    readonly role: string;
    readonly signedAt: Date | null;
    readonly arrivedAt: Date | null;
    readonly measuresAt: Date | null;
  }[];
}

/**
 * KF-15: on every confirmed whistle each called unit is graded, those that never came too; and each of them may grade the
 * blower back. The blower grades, or the centre: then also a blower that called itself to lead. Nobody grades itself.
 */
export function evaluationsDue(whistle: ConfirmedWhistle, confirmedAt: Date): WhistleEvaluation[] {
  const { number, kind, blower, evaluator, division, participants } = whistle;
  const due = (row: Partial<WhistleEvaluation>): WhistleEvaluation =>
    Object.assign(new WhistleEvaluation(), {
      districtCode: districtOf(number),
      whistleNumber: number,
      whistleKind: kind,
      divisionCode: division,
      role: null,
      signedAt: null,
      arrivedAt: null,
      measuresAt: null,
      state: EvaluationState.DUE,
      dueSince: confirmedAt,
      year: Number(dayOf(confirmedAt).slice(0, 4)),
      score: null,
      opinion: null,
      givenAt: null,
      filedAt: null,
      version: 1,
      ...row,
    });
  return participants
    .filter(({ unit }) => unit !== evaluator)
    .flatMap(({ unit, ...course }) => {
      const ofResponder = due({
        direction: EvaluationDirection.OF_RESPONDER,
        evaluatorUnitCode: evaluator,
        subjectUnitCode: unit,
        ...course,
      });
      if (unit === blower) return [ofResponder];
      const ofBlower = { evaluatorUnitCode: unit, subjectUnitCode: blower };
      return [ofResponder, due({ direction: EvaluationDirection.OF_BLOWER, ...ofBlower })];
    });
}

/** 评价: one side grades the other, in figures and in words, once (KF-15). */
export function giveEvaluation(
  evaluation: WhistleEvaluation,
  { score, opinion }: { readonly score: number; readonly opinion: string },
  { principal, at }: Actor,
): Move<WhistleEvaluation> {
  const { evaluatorUnitCode, subjectUnitCode, direction } = evaluation;
  if (!speaksFor(principal, evaluatorUnitCode)) {
    throw forbidden("KF-15", principal, {
      en: `this evaluation is ${evaluatorUnitCode}'s to give`,
      zh: `此项评价由 ${evaluatorUnitCode} 作出`,
      units: [evaluatorUnitCode],
    });
  }
  requireState(evaluation, "give");
  if (!Number.isInteger(score) || score < 0 || score > 100) {
    throw unfit("KF-15", "score", {
      en: "give a whole number from 0 to 100",
      zh: "须为 0 至 100 的整数",
      minimum: 0,
      maximum: 100,
    });
  }
  const words = opinion.trim();
  if (words === "") throw refuse("EVALUATION_OPINION_REQUIRED");
  if (words.length > 2000) {
    throw refuseShared("BAD_INPUT", {
      field: "opinion",
      problem: "at most 2,000 characters",
      problemZh: "不超过 2000 字",
    });
  }
  return {
    change: { state: EvaluationState.GIVEN, score, opinion: words, givenAt: at },
    kind: "WHISTLE_EVALUATION_GIVEN",
    payload: { unit: subjectUnitCode, by: evaluatorUnitCode, direction },
  };
}

/** 备案: the district's performance office puts an evaluation on record for the year (KF-15). */
export function fileEvaluation(
  evaluation: WhistleEvaluation,
  { principal, at }: Actor,
): Move<WhistleEvaluation> {
  const { divisionCode, subjectUnitCode, evaluatorUnitCode } = evaluation;
  if (principal.post !== Post.PERFORMANCE_OFFICE || !coversDivision(principal, divisionCode)) {
    throw forbidden("KF-15", principal, {
      en: "evaluations are put on record by the district's performance office",
      zh: "评价由区绩效办备案",
      posts: [Post.PERFORMANCE_OFFICE],
    });
  }
  requireState(evaluation, "file");
  return {
    change: { state: EvaluationState.FILED, filedAt: at },
    kind: "WHISTLE_EVALUATION_FILED",
    payload: { unit: subjectUnitCode, by: evaluatorUnitCode },
  };
}

/** Whether every called unit has been graded; grading the blower back holds nothing up. */
export const isFullyEvaluated = (evaluations: readonly WhistleEvaluation[]): boolean =>
  evaluations.every(
    ({ direction, state }) => direction === EvaluationDirection.OF_BLOWER || state !== EvaluationState.DUE,
  );
