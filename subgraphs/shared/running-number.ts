import type { EntityManager } from "typeorm";
import { dayOf } from "./calendar.ts";

/** What is numbered, with the letter that marks it and the width of its running part. Tickets, the bulk, have no letter. */
const allSeries = {
  TICKET: { mark: "", digits: 6 },
  DEMAND: { mark: "D-", digits: 6 },
  STRIKE_OFF: { mark: "S-", digits: 6 },
  WHISTLE: { mark: "W-", digits: 4 },
  CLASS_PROBLEM: { mark: "C-", digits: 4 },
  HOT_CLASS: { mark: "T-", digits: 4 },
  NEGATIVE_LIST_ENTRY: { mark: "N-", digits: 4 },
  ASSESSMENT_PLAN: { mark: "A-", digits: 4 },
  POWER_GRANT: { mark: "G-", digits: 4 },
  HAND_DOWN: { mark: "H-", digits: 4 },
} as const;

export type Series = keyof typeof allSeries;

const patterns = Object.fromEntries(
  Object.entries(allSeries).map(([series, { mark, digits }]) => [
    series,
    new RegExp(`^\\d{6}-${mark}\\d{8}-\\d{${digits},}$`),
  ]),
) as Record<Series, RegExp>;

/** Whether a number is one of a series. */
export const isOfSeries = (number: string, series: Series): boolean => patterns[series].test(number);

/**
 * The next number of a series in a district that day, e.g. `110117-20210928-000015` or `430105-W-20190926-0001`. It is
 * drawn inside the transaction that uses it, so numbers run without gaps: a rolled-back intake takes none.
 */
export async function nextNumber(
  transaction: EntityManager,
  districtCode: string,
  series: Series,
  at: Date,
): Promise<string> {
  const day = dayOf(at);
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1
     RETURNING last`,
    [districtCode, series, day],
  );
  const { mark, digits } = allSeries[series];
  return `${districtCode}-${mark}${day.replaceAll("-", "")}-${String(last).padStart(digits, "0")}`;
}
