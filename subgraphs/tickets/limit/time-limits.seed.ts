import type { DataSource } from "typeorm";
import { type Day, TimeLimitUnit } from "../../shared/calendar.ts";
import { LimitName } from "./limit-name.ts";
import { everyDistrict, TimeLimit } from "./time-limit.ts";

/** From before any of the source texts, so that their cases can be judged. */
const validFrom: Day = "2000-01-01";

/** Feedback limits of the Beijing draft standard of 2021 (接诉即办工作规范), the default of every district. */
export const defaultLimits = [
  { name: LimitName.EMERGENCY, amount: 2, unit: TimeLimitUnit.HOURS },
  { name: LimitName.UTILITIES, amount: 24, unit: TimeLimitUnit.HOURS },
  { name: LimitName.ORDINARY, amount: 7, unit: TimeLimitUnit.CALENDAR_DAYS },
  { name: LimitName.COMPLEX, amount: 15, unit: TimeLimitUnit.CALENDAR_DAYS },
].map((limit) => ({ ...limit, districtCode: everyDistrict, version: 1, validFrom }));

export async function seedTimeLimits({ manager }: DataSource): Promise<void> {
  await manager.createQueryBuilder().insert().into(TimeLimit).values(defaultLimits).orIgnore().execute();
}
