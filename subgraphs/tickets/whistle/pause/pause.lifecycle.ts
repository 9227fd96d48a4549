import type { Actor } from "../../../shared/move.ts";
import { ranOut, resumed } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import {
  type Dossier,
  isCentre,
  requireAtWorkOnIt,
  requireBlower,
  requireState,
  requireText,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { WhistleClock } from "../whistle-clock.ts";
import { type PauseGround, WhistlePause } from "./whistle-pause.ts";

const payloadOf = (clocks: readonly WhistleClock[]) =>
  clocks.map(({ step, ordinal, dueAt }) => ({ clock: step, ordinal, dueAt }));

/**
 * 暂停: who called lets the clocks stand still that still run, while the units wait for what is not theirs to bring about.
 * What has run out stays run out.
 */
export function pauseWhistle(
  dossier: Dossier,
  { ground, reason }: { ground: PauseGround; reason: string },
  actor: Actor,
): WhistleMove {
  const { whistle, clocks, pauses } = dossier;
  const { districtCode, number } = whistle;
  const { principal, at } = actor;
  requireState(whistle, "pause");
  if (!isCentre(whistle, principal)) requireBlower(dossier, "pause", actor);
  const open = pauses.find(({ resumedAt }) => resumedAt === null);
  if (open) throw refuse("WHISTLE_PAUSED", { number, since: open.pausedAt.toISOString() });
  const standing = clocks
    .filter((clock) => clock.metAt === null && clock.stoppedAt === null && !ranOut(clock, at))
    .map((clock) => Object.assign(new WhistleClock(), clock, { pausedAt: at }));
  if (standing.length === 0) throw refuse("WHISTLE_NOTHING_RUNS", { number });
  const pause = Object.assign(new WhistlePause(), {
    districtCode,
    whistleNumber: number,
    turn: pauses.length + 1,
    ground,
    reason: requireText("reason", reason),
    pausedAt: at,
    pausedByUnitCode: principal.unit,
    pausedById: principal.id,
    resumedAt: null,
    resumedByUnitCode: null,
    resumedById: null,
  });
  const payload = { ground, clocks: payloadOf(standing) };
  return { change: {}, kind: "WHISTLE_PAUSED", payload, clocks: standing, pause };
}

/** 恢复: the clocks run on with the time they had left, in their own unit. */
export function resumeWhistle(dossier: Dossier, actor: Actor): WhistleMove {
  const { whistle, clocks, pauses } = dossier;
  const { number } = whistle;
  const { principal, at } = actor;
  requireState(whistle, "resume");
  if (!isCentre(whistle, principal)) requireAtWorkOnIt(dossier, "resume", actor);
  const open = pauses.find(({ resumedAt }) => resumedAt === null);
  if (!open) throw refuse("WHISTLE_NOT_PAUSED", { number });
  const running = clocks
    .filter(({ pausedAt, metAt, stoppedAt }) => pausedAt !== null && metAt === null && stoppedAt === null)
    .map((clock) =>
      Object.assign(new WhistleClock(), clock, { pausedAt: null, dueAt: resumed(clock, dossier, at) }),
    );
  const pause = Object.assign(new WhistlePause(), open, {
    resumedAt: at,
    resumedByUnitCode: principal.unit,
    resumedById: principal.id,
  });
  const payload = { clocks: payloadOf(running) };
  return { change: {}, kind: "WHISTLE_RESUMED", payload, clocks: running, pause };
}
