import type { EntityManager } from "typeorm";
import { dayOf } from "../shared/calendar.ts";

/** What is numbered, with the letter that marks it and the width of its running part. Tickets, the bulk, have no letter. */
const series = {
  TICKET: { mark: "", digits: 6 },
  DEMAND: { mark: "D-", digits: 6 },
  WHISTLE: { mark: "W-", digits: 4 },
  CLASS_PROBLEM: { mark: "C-", digits: 4 },
  STRIKE_OFF: { mark: "S-", digits: 6 },
} as const;

export type Series = keyof typeof series;

/**
 * The next number of a series in a district that day, e.g. `110117-20210928-000015` or `430105-W-20190926-0001`. It is
 * drawn inside the transaction that uses it, so numbers run without gaps: a rolled-back intake takes none.
 */
export async function nextNumber(
  transaction: EntityManager,
  districtCode: string,
  name: Series,
  at: Date,
): Promise<string> {
  const day = dayOf(at);
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1
     RETURNING last`,
    [districtCode, name, day],
  );
  const { mark, digits } = series[name];
  return `${districtCode}-${mark}${day.replaceAll("-", "")}-${String(last).padStart(digits, "0")}`;
}
