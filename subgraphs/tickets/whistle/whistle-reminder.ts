import type { Notice } from "../reminder/reminder.store.ts";
import { ReminderMoment } from "../reminder/reminder.ts";
import { lateUnits, owing, ranOut } from "./whistle.deadline.ts";
import type { Dossier } from "./whistle.lifecycle.ts";
import type { WhistleClock } from "./whistle-clock.ts";
import { WhistleState } from "./whistle-state.ts";

/**
 * 提醒: what a clock's reminder says, and to whom: before the limit to those who still have to do the step, at the limit
 * to those who had not done it. Null when there is nothing to say: done in time, stopped, or ruled misuse.
 */
export function remindOf(
  { whistle, participants }: Dossier,
  clock: WhistleClock,
  moment: ReminderMoment,
  at: Date,
): Notice | null {
  if (whistle.state === WhistleState.RULED_MISUSE) return null;
  const { step, ordinal, dueAt, metAt, stoppedAt } = clock;
  const { number: subject, kind, blowerUnitCode: blower, divisionCode: division } = whistle;
  const payload = { kind, clock: step, ordinal, dueAt, blower, division };
  if (moment === ReminderMoment.LIMIT) {
    const to = lateUnits(clock, participants).map(({ unit }) => unit);
    return ranOut(clock, at) ? { subject, kind: "WHISTLE_REMINDED", to, payload } : null;
  }
  if (metAt || stoppedAt) return null;
  return { subject, kind: "WHISTLE_REMINDED", to: owing(clock, participants), payload };
}
