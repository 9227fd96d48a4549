import type { DataSource } from "typeorm";
import { everyDistrict } from "../every-district.ts";
import { BreakGlassRule } from "./break-glass-rule.ts";

const usual: BreakGlassRule = {
  districtCode: everyDistrict,
  validFrom: "2000-01-01",
  minutes: 120,
  reviewWorkingDays: 3,
};

export async function seedBreakGlassRules({ manager }: DataSource): Promise<void> {
  await manager.createQueryBuilder().insert().into(BreakGlassRule).values(usual).orIgnore().execute();
}
