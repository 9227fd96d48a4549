import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day, TimeLimitUnit } from "../../shared/calendar.ts";
import type { LimitName } from "./limit-name.ts";

/** In the place of a district code: for every district without a rule of its own. */
export const everyDistrict = "000000";

/**
 * How long a district has to answer (办理时限). Rules are data: a change is a new version with its first day, and a
 * ticket keeps the version it was judged by.
 */
@Entity()
export class TimeLimit {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  name: LimitName;

  @PrimaryColumn({ type: "int" })
  version: number;

  @Column({ type: "int" })
  amount: number;

  @Column({ type: "text" })
  unit: TimeLimitUnit;

  @Column({ type: "date" })
  validFrom: Day;
}
