import type { DataSource } from "typeorm";
import { everyDistrict } from "../limit/time-limit.ts";
import { ReminderRule } from "./reminder-rule.ts";

/** What every district goes by that has set nothing of its own. */
export const defaultReminder = {
  districtCode: everyDistrict,
  version: 1,
  percent: 50,
  configured:
    "ZY-17 asks for regular reminders and states no number; half of the limit, while work can still change",
  validFrom: "2000-01-01",
} as const;

export async function seedReminderRules({ manager }: DataSource): Promise<void> {
  await manager.createQueryBuilder().insert().into(ReminderRule).values(defaultReminder).orIgnore().execute();
}
