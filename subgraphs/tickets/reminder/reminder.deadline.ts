import { dueAt, inDays, type TimeLimit, timeBetween, type WorkingHours } from "../../shared/calendar.ts";
import { keyOf, type Reminder, type ReminderKey, ReminderMoment } from "./reminder.ts";

/** A clock as its reminders are planned by. */
export interface RemindedClock {
  readonly step: string;
  readonly ordinal: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly unit: TimeLimit["unit"];
  readonly workingHours: WorkingHours;
  /** Idle is what is done, stopped or paused; what ran out is told at its limit, whatever came after. */
  readonly standing: "RUNNING" | "RAN_OUT" | "IDLE";
}

export interface Planned {
  readonly step: string;
  readonly ordinal: number;
  readonly moment: ReminderMoment;
  readonly at: Date;
}

/**
 * When to remind of a clock: when `percent` of its time is used up, counted in its own unit, and at its limit. Of days
 * only whole ones are used up, at their end: of a single day, when it begins.
 */
export function remindersOf(clock: RemindedClock, percent: number): Planned[] {
  const { step, ordinal, startedAt, unit, workingHours } = clock;
  const limit = { step, ordinal, moment: ReminderMoment.LIMIT, at: clock.dueAt };
  if (clock.standing === "IDLE") return [];
  if (clock.standing === "RAN_OUT") return [limit];
  const used = (timeBetween(startedAt, clock.dueAt, unit, workingHours) * percent) / 100;
  const at = dueAt(startedAt, { amount: inDays(unit) ? Math.floor(used) : used, unit }, workingHours);
  const inTime = startedAt < at && at < clock.dueAt;
  return inTime ? [{ step, ordinal, moment: ReminderMoment.BEFORE, at }, limit] : [limit];
}

export interface Plan {
  readonly set: readonly Planned[];
  readonly drop: readonly ReminderKey[];
}

/**
 * What changes in a plan. A limit that moved is reminded of again where there is still time to; a reminder that was
 * given stays, whatever comes after.
 */
export function replan(
  known: readonly Reminder[],
  wanted: readonly Planned[],
  { subject, now }: { subject: string; now: Date },
): Plan {
  const keys = new Map(known.map((reminder) => [keyOf(reminder), reminder]));
  const keptKeys = new Set(wanted.map((planned) => keyOf({ ...planned, subject })));
  return {
    set: wanted.filter((planned) => {
      const reminder = keys.get(keyOf({ ...planned, subject }));
      if (!reminder) return true;
      const moved = reminder.at.getTime() !== planned.at.getTime();
      return moved && (reminder.remindedAt === null || planned.at > now);
    }),
    drop: known.filter((reminder) => reminder.remindedAt === null && !keptKeys.has(keyOf(reminder))),
  };
}
