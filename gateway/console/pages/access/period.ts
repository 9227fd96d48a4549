import { dayAfter } from "../../language/time.ts";

/** Days as the address bar carries them, both included. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** So many days are shown where the address names none. */
const usual = 30;

/** Figures are of so many days at most. */
export const mostDays = 366;

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The days an address names; the last thirty up to today where it names none, or none that can be. */
export function periodNamed(address: URLSearchParams, today: string): Period {
  const [first, last] = [address.get("from"), address.get("until")];
  const until = isDay(last) ? last : today;
  const from = isDay(first) ? first : dayAfter(until, 1 - usual);
  if (from > until) return { from: until, until };
  return { from: from < dayAfter(until, 1 - mostDays) ? dayAfter(until, 1 - mostDays) : from, until };
}

/** As the graph takes days: the first, and the first no longer. */
export const asDays = ({ from, until }: Period) => ({ from, until: dayAfter(until, 1) });

/** As the graph takes instants. */
export const asInstants = ({ from, until }: Period) => ({
  from: `${from}T00:00:00+08:00`,
  until: `${dayAfter(until, 1)}T00:00:00+08:00`,
});
