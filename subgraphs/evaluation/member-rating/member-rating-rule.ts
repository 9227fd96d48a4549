import { Column, Entity, PrimaryColumn } from "typeorm";
import type { YearTotal } from "./member-year.ts";

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
