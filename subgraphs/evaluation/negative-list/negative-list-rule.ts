import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";

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
