import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";

/** How long an emergency access lasts, and by when it is reviewed (紧急访问规则). Holds until the district's next one. */
@Entity()
export class BreakGlassRule {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "date" })
  validFrom: Day;

  @Column({ type: "int" })
  minutes: number;

  @Column({ type: "int" })
  reviewWorkingDays: number;
}
