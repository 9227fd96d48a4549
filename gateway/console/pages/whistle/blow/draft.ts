import { type BlowValues, nothingFilledIn } from "./blow-values.ts";

const keyOf = (ticket: string): string => `whistlegraph:whistle-draft:${ticket}`;

/** What was filled in for a ticket in this browser tab and not sent yet. */
export function draftOf(ticket: string): BlowValues {
  try {
    return { ...nothingFilledIn, ...JSON.parse(sessionStorage.getItem(keyOf(ticket)) ?? "{}") };
  } catch {
    return nothingFilledIn;
  }
}

export function keepDraft(ticket: string, values: BlowValues): void {
  if (values === nothingFilledIn) sessionStorage.removeItem(keyOf(ticket));
  else sessionStorage.setItem(keyOf(ticket), JSON.stringify(values));
}
