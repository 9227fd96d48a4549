import type { Actor } from "../../../shared/move.ts";
import { clocksAfter } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import {
  changed,
  type Dossier,
  isContested,
  replacing,
  requireCalled,
  requireState,
  requireText,
  stateOf,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { kindDetails } from "../whistle-options.ts";
import { type WhistleParticipant, WhistleRole } from "../whistle-participant.ts";

/** A called unit's steps, in order: each needs the one before and is done once. Of two clerks the second is told. */
const steps = {
  sign: "signedAt",
  arrive: "arrivedAt",
  issueMeasures: "measuresAt",
  resolve: "resolvedAt",
} as const;
type Step = keyof typeof steps;

function step(
  dossier: Dossier,
  move: Step,
  kind: string,
  change: Partial<WhistleParticipant>,
  actor: Actor,
): WhistleMove {
  const { whistle, participants, clocks } = dossier;
  requireState(whistle, move);
  const participant = requireCalled(dossier, actor);
  const { number } = whistle;
  const unit = participant.unitCode;
  if (isContested(participant)) throw refuse("WHISTLE_DUTY_CONTESTED", { number, unit });
  const done = participant[steps[move]];
  const order = Object.keys(steps) as Step[];
  if (done) {
    const next = order.slice(order.indexOf(move)).find((later) => !participant[steps[later]]);
    throw refuse("WHISTLE_STEP_DONE", {
      number,
      unit,
      move,
      done: done.toISOString(),
      moves: next ? [next] : [],
    });
  }
  const needed = order[order.indexOf(move) - 1];
  if (needed && !participant[steps[needed]])
    throw refuse("WHISTLE_STEP_SKIPPED", { number, unit, move, needed });

  const moved = changed(participant, { ...change, [steps[move]]: actor.at });
  const after = replacing(participants, [moved]);
  return {
    change: { state: stateOf(after) },
    kind,
    payload: { unit },
    participants: [moved],
    clocks: clocksAfter(clocks, after),
  };
}

/** 签收: a called unit takes receipt. */
export const signWhistle = (dossier: Dossier, actor: Actor): WhistleMove =>
  step(dossier, "sign", "WHISTLE_SIGNED", { signedBy: actor.principal.id }, actor);

export interface CheckIn {
  readonly note: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** 报到: a called unit checks in on the scene (GZ-16). The first to arrive brings the tickets into that step. */
export function arriveWhistle(
  dossier: Dossier,
  { note, longitude, latitude }: CheckIn,
  actor: Actor,
): WhistleMove {
  const change = { arrivalNote: note, arrivalLongitude: longitude, arrivalLatitude: latitude };
  const move = step(dossier, "arrive", "WHISTLE_ARRIVED", change, actor);
  if (dossier.kind.requires.checkIn && longitude === null) {
    const { number } = dossier.whistle;
    throw refuse("WHISTLE_NEEDS_POSITION", { ...kindDetails(dossier.kind), number });
  }
  const first = dossier.participants.every(({ arrivedAt }) => arrivedAt === null);
  return first ? { ...move, tickets: "ARRIVED" } : move;
}

/** 提出措施: the lead's are the joint ones and move the whistle (KF-10). */
export const issueMeasures = (dossier: Dossier, measures: string, actor: Actor): WhistleMove =>
  step(
    dossier,
    "issueMeasures",
    "WHISTLE_MEASURES_ISSUED",
    { measures: requireText("measures", measures) },
    actor,
  );

/** 办结: a unit reports its result; the lead's report is that of the whole, so its kind of work must have been set up. */
export function resolveWhistle(dossier: Dossier, result: string, actor: Actor): WhistleMove {
  const { whistle, taskForce, kind } = dossier;
  const move = step(
    dossier,
    "resolve",
    "WHISTLE_UNIT_RESOLVED",
    { result: requireText("result", result) },
    actor,
  );
  const [participant] = move.participants ?? [];
  if (participant?.role !== WhistleRole.LEAD) return move;
  const { number, theme } = whistle;
  if (theme && kind.taskForceFor.includes(theme) && !taskForce) {
    throw refuse("WHISTLE_NO_TASK_FORCE", { number, theme });
  }
  return { ...move, change: { ...move.change, resolvedAt: actor.at }, kind: "WHISTLE_RESOLVED" };
}
