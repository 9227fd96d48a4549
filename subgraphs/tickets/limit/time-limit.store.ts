import type { EntityManager } from "typeorm";
import { dayOf, dueAt } from "../../shared/calendar.ts";
import type { LimitName } from "./limit-name.ts";
import { everyDistrict, TimeLimit } from "./time-limit.ts";

/** The limit in force in a district on the day `since`, and the instant at which it is used up. */
export async function limitInForce(
  manager: EntityManager,
  districtCode: string,
  limitName: LimitName,
  since: Date,
): Promise<{ limitName: LimitName; limitVersion: number; dueAt: Date }> {
  const limit = await manager
    .createQueryBuilder(TimeLimit, "limit")
    .where("limit.districtCode IN (:districtCode, :everyDistrict)", { districtCode, everyDistrict })
    .andWhere("limit.name = :limitName AND limit.validFrom <= :day", { limitName, day: dayOf(since) })
    .orderBy("limit.districtCode = :everyDistrict")
    .addOrderBy("limit.version", "DESC")
    .limit(1)
    .getOneOrFail();
  return { limitName, limitVersion: limit.version, dueAt: dueAt(since, limit) };
}
