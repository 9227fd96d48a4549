import type { EntityManager } from "typeorm";
import type { Day } from "../shared/calendar.ts";

/** The next number of a district's series that day, e.g. `620702-G-20210110-0001`; given once, gapless per day. */
export async function nextNumber(
  transaction: EntityManager,
  district: string,
  series: "G" | "H",
  day: Day,
): Promise<string> {
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1 RETURNING last`,
    [district, series, day],
  );
  return `${district}-${series}-${day.replaceAll("-", "")}-${String(last).padStart(4, "0")}`;
}
