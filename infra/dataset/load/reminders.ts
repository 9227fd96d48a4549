import type { EntityManager } from "typeorm";
import { setAlarms } from "../../../subgraphs/shared/alarm.ts";
import { districtOf } from "../../../subgraphs/shared/principal.ts";
import { defaultLimits } from "../../../subgraphs/tickets/limit/time-limits.seed.ts";
import { type RemindedClock, remindersOf } from "../../../subgraphs/tickets/reminder/reminder.deadline.ts";
import { keyOf, Reminder } from "../../../subgraphs/tickets/reminder/reminder.ts";
import { defaultReminder } from "../../../subgraphs/tickets/reminder/reminder-rules.seed.ts";
import { remindedLimit } from "../../../subgraphs/tickets/ticket/ticket.deadline.ts";
import type { TicketStory } from "../world/tickets/ticket-story.ts";

/** A row of the reminders still to come. */
export type ReminderRow = Omit<Reminder, "remindedAt" | "reached">;

/** What is still to be reminded of after `now`: of what passed before, nobody was. */
export const remindersToCome = (
  subject: string,
  clocks: readonly RemindedClock[],
  now: Date,
): ReminderRow[] =>
  clocks
    .flatMap((clock) => remindersOf(clock, defaultReminder.percent))
    .filter(({ at }) => at > now)
    .map((planned) => ({ ...planned, districtCode: districtOf(subject), subject }));

export function answersToCome({ ticket }: TicketStory, now: Date): ReminderRow[] {
  const unit = defaultLimits.find(({ name }) => name === ticket.limitName)?.unit;
  if (!unit || ticket.dueAt <= now) return [];
  return remindersToCome(ticket.number, [remindedLimit(ticket, { unit, since: ticket.receivedAt })], now);
}

/** Sets the alarms of all reminders that were loaded. */
export async function setLoadedAlarms(transaction: EntityManager, now: Date): Promise<void> {
  const reminders = await transaction.find(Reminder);
  await setAlarms(
    transaction,
    reminders.map((reminder) => ({ key: keyOf(reminder), at: reminder.at })),
    now,
  );
}
