import { dayAfter, dayIn, startOfDay } from "../../language/time.ts";

/** Days as the address bar carries them, both included. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** So many days are shown where the address names none. */
const usual = 30;

/** Figures are of so many days at most. */
const mostDays = 366;

/** The days an address names; the last thirty up to today where it names none, or none that can be. */
export function periodNamed(address: URLSearchParams, today: string): Period {
  const until = dayIn(address.get("until")) ?? today;
  const from = dayIn(address.get("from")) ?? dayAfter(until, 1 - usual);
  if (from > until) return { from: until, until };
  return { from: from < dayAfter(until, 1 - mostDays) ? dayAfter(until, 1 - mostDays) : from, until };
}

/** As the graph takes days: the first, and the first no longer. */
export const asDays = ({ from, until }: Period) => ({ from, until: dayAfter(until, 1) });

/** As the graph takes instants. */
export const asInstants = ({ from, until }: Period) => ({
  from: startOfDay(from),
  until: startOfDay(until, 1),
});
