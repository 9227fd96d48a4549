import { filterValue, type Written } from "../../frame/filter-value.ts";
import type { MayName } from "../../frame/nameless-address.tsx";
import { startOfDay } from "../../language/time.ts";
import type { TicketFilter, TicketOrder } from "./tickets.graphql.ts";

/** Fields of the graph's filter that the address bar carries under their own names, by how each is written there. */
const fields = {
  division: "text",
  exactDivision: "text",
  grid: "text",
  estate: "text",
  handlingUnit: "text",
  matter: "text",
  hotClass: "text",
  classProblem: "text",
  channel: "text",
  exceptChannels: "list",
  kind: "text",
  function: "text",
  poolState: "text",
  step: "text",
  text: "text",
  receivedFrom: "text",
  receivedBefore: "text",
  ledgeredBefore: "text",
  states: "list",
  receivedHour: "number",
  open: "flag",
  overdue: "flag",
  ledgered: "flag",
  whistled: "flag",
  extensionAsked: "flag",
  noGridYet: "flag",
} as const satisfies Record<keyof TicketFilter, Written>;

export type FilterField = keyof typeof fields;
export const filterFields = Object.keys(fields) as FilterField[];

/** Words are found in what demanders told, and so may be somebody's name; codes, days and states are nobody's. */
export const mayNameInTickets: MayName = (said) => (said.has("text") ? ["text"] : []);

const orders = ["NEWEST", "OLDEST", "DUE_FIRST"] as const satisfies readonly TicketOrder[];

/**
 * Which tickets an address names: the filter's fields by name, `from` and `until` as days of receipt, `order`. What is
 * no value of a field goes to the graph as it is, which says what is wrong with it.
 */
export function ticketsNamed(address: URLSearchParams): { filter: TicketFilter; order: TicketOrder } {
  const filter: Record<string, unknown> = {};
  for (const field of filterFields) {
    const written = address.get(field);
    if (written) filter[field] = filterValue(fields[field], written);
  }
  const [from, until] = [address.get("from"), address.get("until")];
  if (from) filter.receivedFrom ??= startOfDay(from);
  if (until) filter.receivedBefore ??= startOfDay(until, 1);
  const order = orders.find((each) => each === address.get("order")) ?? "NEWEST";
  return { filter, order };
}
