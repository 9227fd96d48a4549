import type { ReaderFragment } from "./records/access-records.graphql.ts";

/** The name of whoever read, where a public notice or a grid member's card gives it; others are known by their id. */
export const readerName = (reader: ReaderFragment | null): string | undefined =>
  reader?.name ?? reader?.memberCard?.name;
