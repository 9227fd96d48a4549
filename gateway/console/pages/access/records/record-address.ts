import type { MayName } from "../../../frame/nameless-address.tsx";
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

/** What numbers and coordinates look like; anything else typed for one may be somebody's name or telephone. */
const shapes: Partial<Record<FilterField, RegExp>> = {
  case: /^\d{6}-\d{8}-\d{6}$/,
  basis: /^(\d{6}-[GCBA]-\d+|\d{16})$/,
  field: /^[A-Z]\w*\.\w+$/,
};

/**
 * Who read (`person`) and whom it was about (`subject`) are ids of people: the identity provider's, residents', and by
 * them their names are told. Units, posts, subgraphs and outcomes are nobody's.
 */
export const mayNameInRecords: MayName = (said) =>
  filterFields.filter((field) => {
    const written = said.get(field);
    return written && (field === "person" || field === "subject" || shapes[field]?.test(written) === false);
  });

/** Whether the address asks for what was read without a basis: it names one and leaves it empty, as figures do. */
export const withoutBasis = (address: URLSearchParams): boolean => address.get("basis") === "";

/** Which records an address names. A post or outcome that there is none of is left out. */
export function recordsNamed(address: URLSearchParams, today: string): AccessRecordFilter {
  const filter: Record<string, string> = {};
  for (const field of filterFields) {
    const written = address.get(field)?.trim();
    if (written) filter[field] = written;
  }
  if (withoutBasis(address)) filter.basis = "";
  if (filter.post && !Object.hasOwn(Post, filter.post)) delete filter.post;
  if (filter.outcome && !Object.hasOwn(AccessOutcome, filter.outcome)) delete filter.outcome;
  return { ...filter, ...asInstants(periodNamed(address, today)) };
}

/** The address with what was read without a basis alone, or with every basis again. */
export function basisLeftOut(address: URLSearchParams, without: boolean): URLSearchParams {
  const changed = new URLSearchParams(address);
  if (without) changed.set("basis", "");
  else changed.delete("basis");
  return changed;
}
