import type { EntityManager } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import { everyDistrict } from "../limit/time-limit.ts";
import { TrendRule } from "./trend-rule.ts";

/** The district's own rule of the day, or everybody's. */
export const ruleInForce = (manager: EntityManager, districtCode: string, at: Date): Promise<TrendRule> =>
  manager
    .createQueryBuilder(TrendRule, "rule")
    .where("rule.districtCode IN (:districtCode, :everyDistrict)", { districtCode, everyDistrict })
    .andWhere("rule.validFrom <= :day", { day: dayOf(at) })
    .orderBy("rule.districtCode = :everyDistrict")
    .addOrderBy("rule.version", "DESC")
    .limit(1)
    .getOneOrFail();
