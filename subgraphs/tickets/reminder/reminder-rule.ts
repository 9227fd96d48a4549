import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";

/** How early a district reminds of limits. A change is a new version with its first day. */
@Entity()
export class ReminderRule {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "int" })
  version: number;

  /** How much of the limit's time is used up when the first reminder goes out, in per cent. */
  @Column({ type: "int" })
  percent: number;

  /** Where the number comes from: no text states one. */
  @Column({ type: "text" })
  configured: string;

  @Column({ type: "date" })
  validFrom: Day;
}
