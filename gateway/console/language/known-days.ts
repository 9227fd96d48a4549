import type { Refusal } from "../graph/refusal.ts";
import { dayAfter } from "./time.ts";

/** How far back and ahead a limit is told in working days. */
const REACH = { back: 180, ahead: 120 } as const;

const stored = "whistlegraph:known-days";

/** On which day the graph said how far its days off are announced, and the last day it knows. */
export interface KnownDays {
  readonly on: string;
  readonly last: string;
}

/** The days to ask for; the next year's are announced towards the end of one, and asked for until then once a day. */
export function daysToAsk(today: string, known: KnownDays | undefined): { from: string; until: string } {
  const [from, until] = [dayAfter(today, -REACH.back), dayAfter(today, REACH.ahead)];
  const last = known?.on === today ? known.last : until;
  return { from, until: last < until ? last : until };
}

/** The last day the graph knows, when that is why it refused. */
export function lastKnownDay(refusals: readonly Refusal[]): string | undefined {
  const refusal = refusals.find(({ code }) => code === "CALENDAR_NOT_COVERED");
  return typeof refusal?.details.last === "string" ? refusal.details.last : undefined;
}

/** What was said of it today, in whatever tab. */
export function keptKnownDays(): KnownDays | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(stored) ?? "{}") as Partial<KnownDays>;
    return kept.on && kept.last ? { on: kept.on, last: kept.last } : undefined;
  } catch {
    return undefined;
  }
}

export const keepKnownDays = (known: KnownDays): void => localStorage.setItem(stored, JSON.stringify(known));
