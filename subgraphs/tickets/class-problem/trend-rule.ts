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

  /** From how many demanders on a hot class is told of. */
  @Column({ type: "int" })
  hotDemanders: number;

  /** How far apart demands may lie that are put into one hot class. */
  @Column({ type: "int" })
  hotWithinHours: number;

  @Column({ type: "date" })
  validFrom: Day;
}
