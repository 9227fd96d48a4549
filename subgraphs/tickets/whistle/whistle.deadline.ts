import { dueAt, type WorkingHours } from "../../shared/calendar.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import { ClockBearer, ClockStep, WhistleClock } from "./whistle-clock.ts";
import { type WhistleParticipant, WhistleRole } from "./whistle-participant.ts";

export interface Due {
  readonly step: ClockStep;
  readonly ordinal: number;
  readonly bearer: ClockBearer;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/**
 * Every clock of a whistle blown at `start`. The day of the whistle is not counted and a limit in days ends at 24:00:
 * a tackling whistle of 2019-09-26 is overdue from 2019-10-10 00:00 in Asia/Shanghai (KF-10).
 */
export function clocksFrom(start: Date, kind: WhistleKindRules, { workingHours }: WhistleRules): Due[] {
  const hours: WorkingHours = workingHours;
  const steps = kind.clocks.map(({ step, of, amount, unit }) => ({
    step,
    ordinal: 0,
    bearer: of,
    startedAt: start,
    dueAt: dueAt(start, { amount, unit }, hours),
  }));
  const { checkpoints } = kind;
  if (!checkpoints) return steps;
  return [
    ...steps,
    ...checkpoints.after.map((amount, index) => ({
      step: ClockStep.CHECKPOINT,
      ordinal: index + 1,
      bearer: ClockBearer.LEAD,
      startedAt: start,
      dueAt: dueAt(start, { amount, unit: checkpoints.unit }),
    })),
  ];
}

/** Whether a clock has run out at an instant and its step is still to be done. Computed, never stored. */
export const isOverdue = ({ dueAt, metAt, stoppedAt }: WhistleClock, at: Date): boolean =>
  metAt === null && stoppedAt === null && dueAt <= at;

/** Whether a clock ran out before its step was done, whenever that was. What happened after changes nothing. */
export const ranOut = ({ dueAt, metAt, stoppedAt }: WhistleClock, at: Date): boolean =>
  dueAt <= at && (metAt === null || metAt >= dueAt) && (stoppedAt === null || stoppedAt >= dueAt);

const doneAt: Readonly<
  Record<Exclude<ClockStep, ClockStep.CHECKPOINT>, (participant: WhistleParticipant) => Date | null>
> = {
  SIGN: ({ signedAt }) => signedAt,
  ARRIVE: ({ arrivedAt }) => arrivedAt,
  MEASURES: ({ measuresAt }) => measuresAt,
  RESOLVE: ({ resolvedAt }) => resolvedAt,
};

/** When a clock's step was done: by the last who had to, null while anyone is missing. A checkpoint keeps its own. */
export function metAt(clock: WhistleClock, participants: readonly WhistleParticipant[]): Date | null {
  if (clock.step === ClockStep.CHECKPOINT) return clock.metAt;
  const done = doneAt[clock.step];
  const bearers = participants.filter(
    ({ role, releasedAt }) =>
      releasedAt === null && (clock.bearer === ClockBearer.EACH || role === WhistleRole.LEAD),
  );
  const instants = bearers.map(done);
  if (instants.length === 0 || instants.includes(null)) return null;
  return new Date(Math.max(...instants.map((instant) => instant?.getTime() ?? 0)));
}

export interface Late {
  readonly unit: string;
  readonly role: WhistleRole;
  /** Whether it had signed when the clock ran out: who has not, has not reported for duty (不报到, KF-17). */
  readonly signed: boolean;
}

/**
 * Who was late when a clock ran out, judged at that instant so that it does not matter when somebody looks. Measures are
 * joint: when the lead issued none, every unit that issued none is late. A checkpoint is the lead's. A unit called
 * after the clock ran out, or let go, is late for nothing.
 */
export function lateUnits(clock: WhistleClock, participants: readonly WhistleParticipant[]): Late[] {
  const by = (instant: Date | null) => instant !== null && instant < clock.dueAt;
  const { step } = clock;
  return participants
    .filter(({ calledAt, releasedAt }) => calledAt < clock.dueAt && releasedAt === null)
    .filter((participant) =>
      step === ClockStep.CHECKPOINT ? participant.role === WhistleRole.LEAD : !by(doneAt[step](participant)),
    )
    .map(({ unitCode, role, signedAt }) => ({ unit: unitCode, role, signed: by(signedAt) }));
}

/** The clocks as they stand after a move, those alone that it changed. */
export function clocksAfter(
  clocks: readonly WhistleClock[],
  participants: readonly WhistleParticipant[],
): WhistleClock[] {
  return clocks.flatMap((clock) => {
    const met = metAt(clock, participants);
    const same = met?.getTime() === clock.metAt?.getTime();
    return same ? [] : [Object.assign(new WhistleClock(), clock, { metAt: met })];
  });
}
