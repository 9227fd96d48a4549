import {
  dayOf,
  dueAt,
  endOfDay,
  inDays,
  nextWorkingDay,
  type TimeLimit,
  timeBetween,
  type WorkingHours,
} from "../../shared/calendar.ts";
import type { RemindedClock } from "../reminder/reminder.deadline.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import { called } from "./whistle.lifecycle.ts";
import type { Whistle } from "./whistle.ts";
import { ClockBearer, ClockStep, WhistleClock } from "./whistle-clock.ts";
import { type WhistleParticipant, WhistleRole } from "./whistle-participant.ts";
import { WhistleTimeliness } from "./whistle-timeliness.ts";

export interface Due {
  readonly step: ClockStep;
  readonly ordinal: number;
  readonly bearer: ClockBearer;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** The office hours it is counted by. */
  readonly workingHours: WorkingHours;
}

/** Office hours of those whom a clock binds. */
export type BearersHours = Readonly<Record<ClockBearer, readonly WorkingHours[]>>;

/**
 * Every clock of a whistle blown at `start`. The day of the whistle is not counted and a limit in days ends at 24:00:
 * a tackling whistle of 2019-09-26 is overdue from 2019-10-10 00:00 in Asia/Shanghai (KF-10). A limit that binds each
 * unit ends when the last of them has had its time by its own office hours: nobody is late by the hours of another.
 */
export function clocksFrom(
  start: Date,
  kind: WhistleKindRules,
  { workingHours }: WhistleRules,
  hours: BearersHours = { EACH: [workingHours], LEAD: [workingHours] },
): Due[] {
  const steps = kind.clocks.map(({ step, of, amount, unit }) => ({
    step,
    ordinal: 0,
    bearer: of,
    startedAt: start,
    ...hours[of]
      .map((each) => ({ dueAt: dueAt(start, { amount, unit }, each), workingHours: each }))
      .reduce((last, due) => (due.dueAt > last.dueAt ? due : last)),
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
      workingHours,
    })),
  ];
}

/** By whose office hours a whistle's clocks are counted: of those they bind, each one's own where it has any (GZ-16). */
const hoursOfBearers = (
  participants: readonly WhistleParticipant[],
  unitHours: ReadonlyMap<string, WorkingHours>,
  { workingHours }: WhistleRules,
): BearersHours => {
  const units = called(participants);
  const lead = units.find(({ role }) => role === WhistleRole.LEAD);
  const hoursOfUnit = (unit: WhistleParticipant | undefined) =>
    unitHours.get(unit?.unitCode ?? "") ?? workingHours;
  return { EACH: [lead, ...units].map(hoursOfUnit), LEAD: [hoursOfUnit(lead)] };
};

/** The clocks of a whistle that begins to call. */
export const clocksOf = (
  { districtCode, number }: Pick<Whistle, "districtCode" | "number">,
  kind: WhistleKindRules,
  rules: WhistleRules,
  at: Date,
  {
    participants,
    unitHours,
    paused = false,
  }: {
    participants: readonly WhistleParticipant[];
    unitHours: ReadonlyMap<string, WorkingHours>;
    paused?: boolean;
  },
): WhistleClock[] =>
  clocksFrom(at, kind, rules, hoursOfBearers(participants, unitHours, rules)).map((due) =>
    Object.assign(new WhistleClock(), due, {
      districtCode,
      whistleNumber: number,
      metAt: null,
      stoppedAt: null,
      pausedAt: paused ? at : null,
      workingHours:
        unitOf(due, kind) === "WORKING_HOURS" && due.workingHours !== rules.workingHours
          ? due.workingHours
          : null,
      escalatedAt: null,
      escalatedTo: [],
      note: null,
    }),
  );

/** Whether a clock has run out at an instant and its step is still to be done. Computed, never stored. */
export const isOverdue = (clock: WhistleClock, at: Date): boolean =>
  clock.metAt === null && clock.stoppedAt === null && ranOut(clock, at);

/** Whether a clock ran out before its step was done, whenever that was. What happened after changes nothing. */
export const ranOut = ({ dueAt, metAt, stoppedAt, pausedAt }: WhistleClock, at: Date): boolean =>
  dueAt <= at && [metAt, stoppedAt, pausedAt].every((instant) => instant === null || instant >= dueAt);

/** Whether there is time left, be it that it stands still. */
export const isRunning = (clock: WhistleClock, at: Date): boolean =>
  clock.metAt === null && clock.stoppedAt === null && !ranOut(clock, at);

const doneAt: Readonly<
  Record<Exclude<ClockStep, ClockStep.CHECKPOINT>, (participant: WhistleParticipant) => Date | null>
> = {
  SIGN: ({ signedAt }) => signedAt,
  ARRIVE: ({ arrivedAt }) => arrivedAt,
  MEASURES: ({ measuresAt }) => measuresAt,
  RESOLVE: ({ resolvedAt }) => resolvedAt,
};

/** Later than whatever is due: lists put what is not due at all behind the rest. */
export const neverDue = new Date("9999-12-31T00:00:00Z");

/** When the next of a whistle's clocks runs out, or ran out whose step is still to be done. */
export const nextDue = (clocks: readonly WhistleClock[]): Date =>
  new Date(
    Math.min(
      neverDue.getTime(),
      ...clocks
        .filter(({ metAt: met, stoppedAt }) => met === null && stoppedAt === null)
        .filter(({ pausedAt, dueAt: due }) => pausedAt === null || pausedAt >= due)
        .map(({ dueAt: due }) => due.getTime()),
    ),
  );

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

/** Whose step a clock still waits for: the lead's alone at a checkpoint, else of everybody called, for measures are joint. */
export const owing = (clock: WhistleClock, participants: readonly WhistleParticipant[]): string[] => {
  const { step } = clock;
  return participants
    .filter(({ releasedAt }) => releasedAt === null)
    .filter((participant) =>
      step === ClockStep.CHECKPOINT
        ? participant.role === WhistleRole.LEAD
        : doneAt[step](participant) === null,
    )
    .map(({ unitCode }) => unitCode);
};

/**
 * 应哨时效: how a unit that is called stands with the clocks of its whistle. A clock binds whoever was called before it
 * ended, a checkpoint the lead alone. The same in SQL is `timelinessInSql` of `whistle.store.ts`.
 */
export function timelinessOf(
  participant: WhistleParticipant,
  clocks: readonly WhistleClock[],
  at: Date,
): WhistleTimeliness {
  const { role, calledAt } = participant;
  const isLate = (clock: WhistleClock) => ranOut(clock, at) && lateUnits(clock, [participant]).length > 0;
  if (clocks.some(isLate)) return WhistleTimeliness.LATE;
  const owes = (clock: WhistleClock) => isRunning(clock, at) && owing(clock, [participant]).length > 0;
  if (clocks.some(owes)) return WhistleTimeliness.RUNNING;
  const kept = ({ step, dueAt: due, metAt: met }: WhistleClock) => {
    const isCheckpoint = step === ClockStep.CHECKPOINT;
    const done = isCheckpoint ? null : doneAt[step](participant);
    const inTime = [met, done].some((instant) => instant !== null && instant < due);
    return calledAt < due && (!isCheckpoint || role === WhistleRole.LEAD) && inTime;
  };
  return clocks.some(kept) ? WhistleTimeliness.ON_TIME : WhistleTimeliness.UNTIMED;
}

/** What a clock is counted in, by the kind its whistle was blown as. */
export function unitOf(
  { step }: Pick<WhistleClock, "step">,
  { clocks, checkpoints }: WhistleKindRules,
): TimeLimit["unit"] {
  const unit =
    step === ClockStep.CHECKPOINT ? checkpoints?.unit : clocks.find((each) => each.step === step)?.unit;
  if (!unit) throw new RangeError(`the kind has no clock for ${step}`);
  return unit;
}

type Rules = { readonly kind: WhistleKindRules; readonly rules: WhistleRules };

const hoursOf = ({ workingHours }: WhistleClock, { rules }: Rules): WorkingHours =>
  workingHours ?? rules.workingHours;

/** A paused clock's end when it runs on: the time it had left, from `at`, in its own unit. */
export function resumed(clock: WhistleClock, rules: Rules, at: Date): Date {
  if (clock.pausedAt === null) return clock.dueAt;
  const unit = unitOf(clock, rules.kind);
  const hours = hoursOf(clock, rules);
  const left = timeBetween(clock.pausedAt, clock.dueAt, unit, hours);
  // On its last day it had that day left: it gets the rest of one that counts.
  if (unit === "WORKING_DAYS" && left === 0) return endOfDay(nextWorkingDay(dayOf(at)));
  return dueAt(at, { amount: left, unit }, hours);
}

/** A clock's end with so much more granted, counted from where it ended. */
export function lengthened(clock: WhistleClock, amount: number, rules: Rules): Date {
  const unit = unitOf(clock, rules.kind);
  // A limit in days ends at 24:00: what is added follows that day, not the next.
  const end = inDays(unit) ? new Date(clock.dueAt.getTime() - 1) : clock.dueAt;
  return dueAt(end, { amount, unit }, hoursOf(clock, rules));
}

/** A clock as its reminders are planned by. */
export const remindedClock = (clock: WhistleClock, rules: Rules, at: Date): RemindedClock => {
  const { step, ordinal, startedAt, dueAt: due, pausedAt } = clock;
  const running = isRunning(clock, at) && pausedAt === null;
  return {
    step,
    ordinal,
    startedAt,
    dueAt: due,
    unit: unitOf(clock, rules.kind),
    workingHours: hoursOf(clock, rules),
    standing: ranOut(clock, at) ? "RAN_OUT" : running ? "RUNNING" : "IDLE",
  };
};

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

/** Clocks nobody has to meet any more. One that ran out before stays run out. */
export const stopped = (clocks: readonly WhistleClock[], at: Date): WhistleClock[] =>
  clocks
    .filter(({ metAt, stoppedAt }) => metAt === null && stoppedAt === null)
    .map((clock) => Object.assign(new WhistleClock(), clock, { stoppedAt: at }));
