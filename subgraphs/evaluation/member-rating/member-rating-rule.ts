import { Column, type DataSource, Entity, PrimaryColumn } from "typeorm";
import { everyDistrict } from "../rates/rate-rule.ts";
import { YearTotal } from "./member-year.ts";

/** How a district makes the year's total, from a year on; ZY-10 leaves it open. */
@Entity()
export class MemberRatingRule {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "int" })
  fromYear: number;

  @Column({ type: "text" })
  yearTotal: YearTotal;
}

export async function seedMemberRatingRule(database: DataSource): Promise<void> {
  await database
    .createQueryBuilder()
    .insert()
    .into(MemberRatingRule)
    .values({ districtCode: everyDistrict, fromYear: 1992, yearTotal: YearTotal.MEAN })
    .orIgnore()
    .execute();
}
