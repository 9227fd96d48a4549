import { filterValue, type Written } from "../../../frame/filter-value.ts";
import { saying as sayingOne } from "../../../frame/saying.ts";
import { startOfDay } from "../../../language/time.ts";
import type { WhistleFilter, WhistleOrder } from "./whistles.graphql.ts";

/** Fields of the graph's filter that the address bar carries under their own names, by how each is written there. */
const fields = {
  division: "text",
  exactDivision: "text",
  grid: "text",
  estate: "text",
  theme: "text",
  coordination: "text",
  blower: "text",
  calls: "text",
  role: "text",
  timeliness: "text",
  awaits: "text",
  awaitedSteps: "list",
  blownFrom: "text",
  blownBefore: "text",
  confirmedFrom: "text",
  confirmedBefore: "text",
  createdFrom: "text",
  createdBefore: "text",
  dueBefore: "text",
  states: "list",
  kinds: "list",
  level: "number",
  noGridYet: "flag",
  open: "flag",
  overdue: "flag",
  signed: "flag",
  arrived: "flag",
  callsDepartment: "flag",
} as const satisfies Record<keyof WhistleFilter, Written>;

export type FilterField = keyof typeof fields;
export const filterFields = Object.keys(fields) as FilterField[];

/** Days of the office that bound an instant of the filter: the first one included, the last one whole. */
const days = [
  ["from", "blownFrom", 0],
  ["until", "blownBefore", 1],
  ["confirmedFrom", "confirmedFrom", 0],
  ["confirmedUntil", "confirmedBefore", 1],
] as const satisfies readonly (readonly [string, FilterField, number])[];

const orders = ["NEWEST", "OLDEST", "DUE_FIRST"] as const satisfies readonly WhistleOrder[];

/**
 * Which whistles an address names: the filter's fields by name, `from` and `until` as days on which they were blown,
 * `confirmedFrom` and `confirmedUntil` as days on which they were confirmed solved, `order`. What is no value of a field
 * goes to the graph as it is, which says what is wrong with it.
 */
export function whistlesNamed(address: URLSearchParams): { filter: WhistleFilter; order: WhistleOrder } {
  const filter: Record<string, unknown> = {};
  for (const field of filterFields) {
    const written = address.get(field);
    if (written) filter[field] = filterValue(fields[field], written);
  }
  for (const [name, field, on] of days) {
    const written = address.get(name);
    if (written) filter[field] = startOfDay(written, on);
  }
  const order = orders.find((each) => each === address.get("order")) ?? "NEWEST";
  return { filter, order };
}

/** What only says more of a unit that is named, and falls with it. */
const ofUnit = ["role", "timeliness", "signed", "arrived"] as const;

/** The same address with one thing said otherwise, or no longer. */
export function saying(
  address: URLSearchParams,
  name: string,
  value: string | null | undefined,
): URLSearchParams {
  const changed = sayingOne(address, name, value);
  if (name === "calls" && !value) for (const each of ofUnit) changed.delete(each);
  return changed;
}
