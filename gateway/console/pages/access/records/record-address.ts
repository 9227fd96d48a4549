import { AccessOutcome, Post } from "../../../language/terms.ts";
import { asInstants, periodNamed } from "../period.ts";
import type { AccessRecordFilter } from "./access-records.graphql.ts";

/** What the address bar carries of the graph's filter, under the same names. */
export const filterFields = [
  "subgraph",
  "consumer",
  "person",
  "post",
  "field",
  "basis",
  "case",
  "subject",
  "outcome",
] as const satisfies readonly (keyof AccessRecordFilter)[];

export type FilterField = (typeof filterFields)[number];

/** Which records an address names. A post or outcome that there is none of is left out. */
export function recordsNamed(address: URLSearchParams, today: string): AccessRecordFilter {
  const filter: Record<string, string> = {};
  for (const field of filterFields) {
    const written = address.get(field)?.trim();
    if (written) filter[field] = written;
  }
  if (filter.post && !Object.hasOwn(Post, filter.post)) delete filter.post;
  if (filter.outcome && !Object.hasOwn(AccessOutcome, filter.outcome)) delete filter.outcome;
  return { ...filter, ...asInstants(periodNamed(address, today)) };
}
