/** Where a page ends, as the graph tells it. */
export interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

/** How a list is found in answers that hold a page of it each, and how two such answers are one. */
export interface Paged<Data> {
  /** Undefined where an answer has no page. */
  readonly endOf: (data: Data) => PageEnd | null | undefined;
  readonly joined: (before: Data, next: Data) => Data;
}

interface Answer<Data, Problem> {
  readonly data?: Data | undefined;
  readonly error?: Problem | undefined;
}

/**
 * A list to its end, page after page, as one answer. A page that fails leaves no part of a list that would pass for the
 * whole: the answer then is the failure alone.
 */
export async function wholeList<Data, Problem>(
  ask: (after: string | null) => Promise<Answer<Data, Problem>>,
  { endOf, joined }: Paged<Data>,
): Promise<Answer<Data, Problem>> {
  let whole = await ask(null);
  for (let end = whole.data && endOf(whole.data); end?.hasNextPage && end.endCursor; ) {
    const next = await ask(end.endCursor);
    end = next.data && endOf(next.data);
    if (!whole.data || !next.data || !end) return { error: next.error };
    whole = { data: joined(whole.data, next.data), error: whole.error ?? next.error };
  }
  return whole;
}
