import type { ReaderFragment } from "./records/access-records.graphql.ts";

/** The name of whoever read, where a public notice or a grid member's card gives it; others are known by their id. */
export const readerName = ({ name, memberCard }: ReaderFragment): string | undefined =>
  name ?? memberCard?.name;
