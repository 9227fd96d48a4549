import type { EntityManager } from "typeorm";
import { dayOf, dueAt, type TimeLimitUnit } from "../../shared/calendar.ts";
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

/** What the limit is counted in that a ticket was given. */
export async function unitOfLimit(
  manager: EntityManager,
  {
    districtCode,
    limitName: name,
    limitVersion: version,
  }: {
    readonly districtCode: string;
    readonly limitName: LimitName;
    readonly limitVersion: number;
  },
): Promise<TimeLimitUnit> {
  const { unit } = await manager
    .createQueryBuilder(TimeLimit, "limit")
    .where("limit.districtCode IN (:districtCode, :everyDistrict)", { districtCode, everyDistrict })
    .andWhere("limit.name = :name AND limit.version = :version", { name, version })
    .orderBy("limit.districtCode = :everyDistrict")
    .limit(1)
    .getOneOrFail();
  return unit;
}
