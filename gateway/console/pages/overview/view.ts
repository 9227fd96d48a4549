import { dayAfter, dayIn } from "../../language/time.ts";
import type { Holder } from "../../session/holder.ts";

/** What the room shows: a place, and the days of a period, both ends included. */
export interface View {
  readonly place: string;
  readonly from: string;
  readonly until: string;
}

/** How many days are looked at where the address does not say. */
const USUAL_DAYS = 30;

/** The view an address names; what it leaves open, or says in no way that is a day, is the usual. */
export function viewOf(address: URLSearchParams, home: string, today: string): View {
  const until = dayIn(address.get("until")) ?? today;
  const from = dayIn(address.get("from")) ?? dayAfter(until, 1 - USUAL_DAYS);
  return { place: address.get("place") || home, from, until };
}

/** What an address says where a day should be, and is none. */
export const noDaysIn = (address: URLSearchParams): ReadonlySet<string> =>
  new Set(["from", "until"].flatMap((end) => address.get(end) || []).filter((written) => !dayIn(written)));

/** Periods that are a click away, by what they are called. */
export const periods = {
  today: (today: string) => today,
  week: (today: string) => dayAfter(today, -6),
  thirtyDays: (today: string) => dayAfter(today, 1 - USUAL_DAYS),
  month: (today: string) => `${today.slice(0, 8)}01`,
  year: (today: string) => `${today.slice(0, 5)}01-01`,
} as const satisfies Record<string, (today: string) => string>;

export type Period = keyof typeof periods;
export const periodNames = Object.keys(periods) as Period[];

/** The period a view's days are, or undefined for days of one's own. On the first of a month it is today's. */
export const periodOf = ({ from, until }: View, today: string): Period | undefined =>
  until === today ? periodNames.find((name) => periods[name](today) === from) : undefined;

/**
 * Where somebody's work lies: their own division, and for a person of a department its district, also where they are
 * stationed in a part of it.
 */
export function homeOf({ unit, division }: Pick<Holder, "unit" | "division">): string {
  const district = /^(\d{6})-/.exec(unit)?.[1];
  return district ?? division ?? (/^\d+$/.test(unit) ? unit : "");
}

/** The district of a place, or the place where it is wider than one: as far up as one may go. */
export const districtOf = (place: string): string => place.slice(0, 6);

/** Whether a place is, or is part of, where somebody's work lies; whoever has no place of their own works everywhere. */
export const isWithin = (place: string, home: string): boolean => place.startsWith(home);

/** Whether a place is a community, whose parts are grids. */
export const isCommunity = (place: string): boolean => place.length === 12;
