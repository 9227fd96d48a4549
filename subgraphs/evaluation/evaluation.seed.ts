import type { DataSource } from "typeorm";
import { MemberRatingRule } from "./member-rating/member-rating-rule.ts";
import { YearTotal } from "./member-rating/member-year.ts";
import { NegativeListRule } from "./negative-list/negative-list-rule.ts";
import { defaultRateRule } from "./rates/default-rate-rule.ts";
import { everyDistrict, RateRule } from "./rates/rate-rule.ts";

/** The rules for districts that have set none of their own. What a district sets is never touched. */
export async function seedEvaluation({ manager }: DataSource): Promise<void> {
  const statement = {
    districtCode: everyDistrict,
    validFrom: defaultRateRule.validFrom,
    statementWorkingDays: 5,
  };
  const year = { districtCode: everyDistrict, fromYear: 1992, yearTotal: YearTotal.MEAN };
  await manager.createQueryBuilder().insert().into(RateRule).values(defaultRateRule).orIgnore().execute();
  await manager.createQueryBuilder().insert().into(NegativeListRule).values(statement).orIgnore().execute();
  await manager.createQueryBuilder().insert().into(MemberRatingRule).values(year).orIgnore().execute();
}
