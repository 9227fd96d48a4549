import type { Refusal } from "./refusal.ts";

/**
 * What a page of a connection says of its own rows, counted from the first row of the list: the third row of a page that
 * follows fifty others is the list's fifty-third.
 */
export const refusalsFurtherDown = (refusals: readonly Refusal[], rowsBefore: number): readonly Refusal[] =>
  refusals.map((refusal) => {
    const { path } = refusal;
    const place = path.indexOf("edges") + 1;
    const row = path[place];
    if (place === 0 || typeof row !== "number") return refusal;
    return { ...refusal, path: path.with(place, row + rowsBefore) };
  });
