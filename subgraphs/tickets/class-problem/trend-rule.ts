import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { TrendThreshold } from "./trend.ts";

/** When demands become a class problem: data per district, versioned (研判规则, ZY-21). */
@Entity()
export class TrendRule implements TrendThreshold {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "int" })
  version: number;

  @Column({ type: "int" })
  distinctDemanders: number;

  @Column({ type: "int" })
  withinHours: number;

  @Column({ type: "date" })
  validFrom: Day;
}
