import { type EntityManager, In, LessThanOrEqual } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import { everyDistrict } from "../rates/rate-rule.ts";
import { NegativeListRule } from "./negative-list-rule.ts";

/** The working days a statement may take in a district, for an entry proposed at `at`. */
export async function statementWorkingDays(
  manager: EntityManager,
  district: string,
  at: Date,
): Promise<number> {
  const [rule] = await manager.find(NegativeListRule, {
    where: { districtCode: In([district, everyDistrict]), validFrom: LessThanOrEqual(dayOf(at)) },
    // The district's own comes before the default, the latest before earlier ones.
    order: { districtCode: "DESC", validFrom: "DESC" },
    take: 1,
  });
  if (!rule) throw new Error("the default rule of the negative list is missing");
  return rule.statementWorkingDays;
}
