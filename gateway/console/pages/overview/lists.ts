import { isCommunity, type View } from "./view.ts";

/** One thing a list is narrowed by, under the name the list's page has for it in its address. */
export type Narrowing = Readonly<Record<string, string | number | boolean | readonly string[]>>;

function address(path: string, narrowing: Narrowing): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowing)) {
    search.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  // The search parameters' own coding writes the comma of a list as %2C; an address is read by people too.
  return `${path}?${search.toString().replaceAll("%2C", ",")}`;
}

const within = ({ place, from, until }: View) => ({ division: place, from, until });

/** Tickets taken in in the view's place and period, and narrowed so. */
export const ticketList = (view: View, narrowing: Narrowing = {}): string =>
  address("/tickets", { ...within(view), ...narrowing });

/** Tickets of a hot class or class problem, or those of them that were taken in from one instant on and before another. */
export const classList = (
  of: "hotClass" | "classProblem",
  number: string,
  span?: { readonly receivedFrom: string; readonly receivedBefore: string },
): string => address("/tickets", { [of]: number, ...span });

/** Tickets taken in in an hour of the day, `07`, or on a day, narrowed so. */
export const intakeList = (view: View, span: string, narrowing: Narrowing = {}): string =>
  span.length === 2
    ? ticketList(view, { receivedHour: Number(span), ...narrowing })
    : ticketList({ ...view, from: span, until: span }, narrowing);

/** Whistles blown there and then. */
export const whistleList = (view: View, narrowing: Narrowing = {}): string =>
  address("/whistles", { ...within(view), ...narrowing });

/** Whistles confirmed solved there and then, whenever they were blown. */
export const solvedWhistleList = ({ place, from, until }: View, narrowing: Narrowing = {}): string =>
  address("/whistles", { division: place, confirmedFrom: from, confirmedUntil: until, ...narrowing });

/** Call-backs of the period, also those that do not count. */
export const recordedCallBackList = ({ place, from, until }: View, narrowing: Narrowing = {}): string =>
  address("/overview/call-backs", { division: place, countedFrom: from, countedUntil: until, ...narrowing });

/** Call-backs that count in the period's rates. */
export const callBackList = (view: View, narrowing: Narrowing = {}): string =>
  recordedCallBackList(view, { valid: true, ...narrowing });

/** What is counted for one place below: a division, a grid, or the place itself where no more is known. */
export interface PlaceBelow {
  readonly code: string;
  readonly kind: "division" | "grid" | "direct";
}

/** How a list is narrowed to what is counted for a place below. */
export function narrowedTo({ code, kind }: PlaceBelow): Narrowing {
  if (kind === "division") return { division: code };
  if (kind === "grid") return { grid: code };
  return isCommunity(code) ? { noGridYet: true } : { exactDivision: code };
}
