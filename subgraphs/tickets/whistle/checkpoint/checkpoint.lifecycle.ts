import type { Actor } from "../../../shared/move.ts";
import { refuse } from "../whistle.errors.ts";
import {
  type Dossier,
  requireAtWorkOnIt,
  requireState,
  requireText,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { ClockStep, WhistleClock } from "../whistle-clock.ts";

/** 一三五七: where the work stands at a checkpoint (PG-12). */
export function recordCheckpoint(
  dossier: Dossier,
  { ordinal, note }: { ordinal: number; note: string },
  actor: Actor,
): WhistleMove {
  const { whistle, clocks } = dossier;
  requireState(whistle, "recordCheckpoint");
  requireAtWorkOnIt(dossier, "recordCheckpoint", actor);
  const { number } = whistle;
  const checkpoints = clocks.filter((clock) => clock.step === ClockStep.CHECKPOINT);
  const checkpoint = checkpoints.find((clock) => clock.ordinal === ordinal);
  if (!checkpoint)
    throw refuse("WHISTLE_NO_CHECKPOINT", { number, ordinal, checkpoints: checkpoints.length });
  if (checkpoint.metAt) {
    throw refuse("WHISTLE_CHECKPOINT_RECORDED", { number, ordinal, done: checkpoint.metAt.toISOString() });
  }
  const recorded = Object.assign(new WhistleClock(), checkpoint, {
    metAt: actor.at,
    note: requireText("note", note),
  });
  return { change: {}, kind: "WHISTLE_CHECKPOINT_RECORDED", payload: { ordinal }, clocks: [recorded] };
}
