import {
  Column,
  type DataSource,
  Entity,
  type EntityManager,
  In,
  LessThanOrEqual,
  PrimaryColumn,
} from "typeorm";
import { type Day, dayOf } from "../../shared/calendar.ts";
import { everyDistrict } from "../rates/rate-rule.ts";

/** How long a respondent has for its statement, by district and from a day on; KF-17 leaves it open. */
@Entity()
export class NegativeListRule {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "date" })
  validFrom: Day;

  @Column({ type: "int" })
  statementWorkingDays: number;
}

export async function seedNegativeListRule(database: DataSource): Promise<void> {
  await database
    .createQueryBuilder()
    .insert()
    .into(NegativeListRule)
    .values({ districtCode: everyDistrict, validFrom: "1992-01-01", statementWorkingDays: 5 })
    .orIgnore()
    .execute();
}

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
