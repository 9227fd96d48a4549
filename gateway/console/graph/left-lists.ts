import type { VirtualItem } from "@tanstack/react-virtual";
import type { Client } from "urql";
import { idempotencyKey } from "./idempotency-key.ts";

/** Where in a list somebody was when they left it. */
export interface ListPlace {
  /** How many rows of it had been read. */
  rows?: number;
  /** How far the page was scrolled, in pixels. */
  offset?: number;
  /** The rows that were measured. */
  measured?: VirtualItem[];
  /** Where the link led that had the focus. */
  link?: string | null;
}

/** How many places are kept: one goes back a few pages, not through a whole day. */
const MOST = 10;

const placesOf = new WeakMap<Client, Map<string, ListPlace>>();

/** The lists that were left in this visit, by entry of the browser's history and by question; whoever comes next has their own. */
export function leftLists(client: Client): Map<string, ListPlace> {
  const places = placesOf.get(client) ?? new Map<string, ListPlace>();
  placesOf.set(client, places);
  return places;
}

export function rememberPlace(places: Map<string, ListPlace>, list: string, place: ListPlace): void {
  places.delete(list);
  places.set(list, place);
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}

/** The entry of the browser's history one is at, by a name that comes back with it; undefined where it has none yet. */
export const namedEntry = (): string | undefined =>
  typeof history.state?.entry === "string" ? history.state.entry : undefined;

/** The same, named now where it has no name. */
export function entryHere(): string {
  const named = namedEntry();
  if (named !== undefined) return named;
  const entry = idempotencyKey();
  history.replaceState({ ...history.state, entry }, "");
  return entry;
}
