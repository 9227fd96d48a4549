import type { EntityManager } from "typeorm";
import { dayOf } from "../shared/calendar.ts";

/** What is numbered here, with the letter that marks it. */
const marks = { NEGATIVE_LIST_ENTRY: "N", ASSESSMENT_PLAN: "A" } as const;

/**
 * The next number of a series in a district that day, e.g. `430105-N-20191010-0001`, drawn inside the transaction that
 * uses it, so that a rolled-back proposal takes none.
 */
export async function nextNumber(
  transaction: EntityManager,
  districtCode: string,
  series: keyof typeof marks,
  at: Date,
): Promise<string> {
  const day = dayOf(at);
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1
     RETURNING last`,
    [districtCode, series, day],
  );
  return `${districtCode}-${marks[series]}-${day.replaceAll("-", "")}-${String(last).padStart(4, "0")}`;
}
