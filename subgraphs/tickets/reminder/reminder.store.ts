import { type EntityManager, In, IsNull } from "typeorm";
import { dropAlarms, setAlarms } from "../../shared/alarm.ts";
import { dayOf } from "../../shared/calendar.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { everyDistrict } from "../limit/time-limit.ts";
import { type RemindedClock, remindersOf, replan } from "./reminder.deadline.ts";
import { keyOf, Reminder, type ReminderKey, type ReminderMoment } from "./reminder.ts";
import { ReminderRule } from "./reminder-rule.ts";

/**
 * Plans the reminders of a whistle or ticket anew, with their alarms, in the transaction of the change that moved its
 * clocks. `clocks` are all it has.
 */
export async function planReminders(
  transaction: EntityManager,
  subject: string,
  clocks: readonly RemindedClock[],
  now: Date,
): Promise<void> {
  const districtCode = districtOf(subject);
  const known = await transaction.findBy(Reminder, { districtCode, subject });
  if (known.length === 0 && clocks.every(({ standing }) => standing === "IDLE")) return;
  const percent = await percentInForce(transaction, districtCode, now);
  const wanted = clocks.flatMap((clock) => remindersOf(clock, percent));
  const { set, drop } = replan(known, wanted, { subject, now });
  if (set.length > 0) {
    const rows = set.map((planned) => ({
      ...planned,
      districtCode,
      subject,
      remindedAt: null,
      reached: [] as string[],
    }));
    await transaction.upsert(Reminder, rows, ["districtCode", "subject", "step", "ordinal", "moment"]);
    await setAlarms(
      transaction,
      rows.map((row) => ({ key: keyOf(row), at: row.at })),
      now,
    );
  }
  for (const { step, ordinal, moment } of drop) {
    await transaction.delete(Reminder, { districtCode, subject, step, ordinal, moment });
  }
  await dropAlarms(transaction, drop.map(keyOf));
}

async function percentInForce(manager: EntityManager, districtCode: string, now: Date): Promise<number> {
  const { percent } = await manager
    .createQueryBuilder(ReminderRule, "rule")
    .where("rule.districtCode IN (:districtCode, :everyDistrict)", { districtCode, everyDistrict })
    .andWhere("rule.validFrom <= :day", { day: dayOf(now) })
    .orderBy("rule.districtCode = :everyDistrict")
    .addOrderBy("rule.version", "DESC")
    .limit(1)
    .getOneOrFail();
  return percent;
}

/** What a reminder says, and to which units. */
export interface Notice {
  /** Number of the whistle or ticket whose log tells of it. */
  readonly subject: string;
  readonly kind: string;
  readonly to: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Gives a reminder whose alarm rang, once, and before it those of the same clock that came earlier and were not given:
 * alarms may ring in any order. The caller holds the lock of what it is about. One that rang too early rings again; one
 * that there is nothing left to say of is dropped.
 */
export async function giveReminder(
  transaction: EntityManager,
  key: ReminderKey,
  actor: Actor,
  judge: (moment: ReminderMoment) => Notice | null,
): Promise<void> {
  const { subject, step, ordinal, moment } = key;
  const awaited = await transaction.find(Reminder, {
    where: { districtCode: districtOf(subject), subject, step, ordinal, remindedAt: IsNull() },
    order: { at: "ASC" },
  });
  const rung = awaited.find((each) => each.moment === moment);
  if (!rung) return;
  const { at } = rung;
  if (actor.at < at) return setAlarms(transaction, [{ key: keyOf(key), at }], actor.at);
  for (const reminder of awaited.slice(0, awaited.indexOf(rung) + 1))
    await give(transaction, reminder, actor, judge(reminder.moment));
}

async function give(
  transaction: EntityManager,
  { districtCode, subject, step, ordinal, moment }: Reminder,
  actor: Actor,
  notice: Notice | null,
): Promise<void> {
  const where = { districtCode, subject, step, ordinal, moment };
  if (!notice) return void (await transaction.delete(Reminder, where));
  const { subject: told, kind, to, payload } = notice;
  await transaction.update(Reminder, where, { remindedAt: actor.at, reached: [...to] });
  await record(transaction, actor, { subject: told, kind, payload: { ...payload, moment, to } });
}

/** Keys of the reminders that fell due by an instant and were not given. */
export async function dueReminders(manager: EntityManager, at: Date): Promise<string[]> {
  const due = await manager
    .createQueryBuilder(Reminder, "reminder")
    .where("reminder.remindedAt IS NULL AND reminder.at <= :at", { at })
    .orderBy("reminder.at")
    .getMany();
  return due.map(keyOf);
}

/** Only for whistles and tickets that were read through their stores. */
export function remindersOfSubjects(
  manager: EntityManager,
  subjects: readonly string[],
): Promise<Reminder[]> {
  return manager.find(Reminder, {
    where: { districtCode: In([...new Set(subjects.map(districtOf))]), subject: In([...subjects]) },
    order: { at: "ASC", moment: "ASC" },
  });
}
