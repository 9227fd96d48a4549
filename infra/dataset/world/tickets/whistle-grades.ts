import {
  evaluationsDue,
  fileEvaluation,
  giveEvaluation,
} from "../../../../subgraphs/evaluation/whistle-evaluation/whistle-evaluation.lifecycle.ts";
import type { WhistleEvaluation } from "../../../../subgraphs/evaluation/whistle-evaluation/whistle-evaluation.ts";
import type { Principal } from "../../../../subgraphs/shared/principal.ts";
import type { Whistle } from "../../../../subgraphs/tickets/whistle/whistle.ts";
import type { WhistleParticipant } from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";
import type { Frame } from "../frame.ts";
import type { Instant } from "../office-clock.ts";
import type { Random } from "../random.ts";
import type { Called } from "./whistle-calls.ts";
import { whistleWording } from "./wording.ts";

/** A confirmed whistle, and who grades it. */
export interface Confirmed {
  readonly whistle: Whistle;
  readonly participants: readonly WhistleParticipant[];
  readonly confirmedAt: Instant;
  readonly blower: Principal;
  readonly called: readonly Called[];
  /** 绩效办, which puts grades on record. */
  readonly office: Principal;
}

export interface Graded {
  readonly evaluations: readonly WhistleEvaluation[];
  /** When the last called unit had its grade; null while one is missing. */
  readonly completeAt: Instant | null;
}

/** Called units that grade the blower back: they may, they need not (BJ-3). */
const GRADED_BACK = 0.3;

/** 哨评: each side grades the other, and the performance office files it (KF-15). */
export function gradeWhistle(confirmed: Confirmed, { clock, now }: Frame, random: Random): Graded {
  const { confirmedAt, blower, called, office } = confirmed;
  const { number, kind, blowerUnitCode, divisionCode: division } = confirmed.whistle;
  const participants = confirmed.participants.map(
    ({ unitCode: unit, role, signedAt, arrivedAt, measuresAt }) => ({
      unit,
      role,
      signedAt,
      arrivedAt,
      measuresAt,
    }),
  );
  // Of the kinds that are told, none is graded by the centre.
  const due = evaluationsDue(
    { number, kind, blower: blowerUnitCode, evaluator: blowerUnitCode, division, participants },
    new Date(confirmedAt),
  );

  let missing = due.length === 0;
  let last = confirmedAt;
  const evaluations = due.map((evaluation): WhistleEvaluation => {
    const ofBlower = evaluation.direction === "OF_BLOWER";
    const wanted = !ofBlower || random.chance(GRADED_BACK);
    const givenAt = clock.after(confirmedAt, random.between(1, 5) * 300);
    if (!wanted || givenAt >= now) {
      missing ||= !ofBlower;
      return { ...evaluation };
    }
    const grader = ofBlower
      ? called.find(({ unit }) => unit.unit === evaluation.evaluatorUnitCode)?.responder
      : blower;
    if (!grader) throw new RangeError(`${evaluation.evaluatorUnitCode} was not called`);
    if (!ofBlower) last = Math.max(last, givenAt);
    const given = giveEvaluation(evaluation, gradeOf(random, evaluation), {
      principal: grader,
      at: new Date(givenAt),
    });
    const row: WhistleEvaluation = { ...evaluation, ...given.change, version: 2 };
    const filedAt = clock.after(givenAt, random.between(1, 4) * 400);
    if (filedAt >= now) return row;
    return {
      ...row,
      ...fileEvaluation(row, { principal: office, at: new Date(filedAt) }).change,
      version: 3,
    };
  });
  return { evaluations, completeAt: missing ? null : last };
}

function gradeOf(random: Random, { direction, signedAt, arrivedAt, measuresAt }: WhistleEvaluation) {
  if (direction === "OF_BLOWER") {
    return { score: random.between(82, 100), opinion: random.pick(whistleWording.opinionsOfBlower) };
  }
  if (!signedAt) {
    return { score: random.between(20, 55), opinion: random.pick(whistleWording.opinionsPoor) };
  }
  const swift = arrivedAt !== null && measuresAt !== null && random.chance(0.8);
  return swift
    ? { score: random.between(88, 100), opinion: random.pick(whistleWording.opinionsGood) }
    : { score: random.between(68, 87), opinion: random.pick(whistleWording.opinionsFair) };
}
