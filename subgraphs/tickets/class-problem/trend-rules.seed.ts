import type { DataSource } from "typeorm";
import { everyDistrict } from "../limit/time-limit.ts";
import { TrendRule } from "./trend-rule.ts";

/** Fifteen demanders in two days, as in 南区回迁小区 in 2021; a district sets its own with a row of its code. */
export async function seedTrendRules({ manager }: DataSource): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(TrendRule)
    .values({
      districtCode: everyDistrict,
      version: 1,
      distinctDemanders: 15,
      withinHours: 48,
      hotDemanders: 3,
      hotWithinHours: 168,
      validFrom: "2000-01-01",
    })
    .orIgnore()
    .execute();
}
