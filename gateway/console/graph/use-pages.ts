import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type AnyVariables, createRequest, type OperationContext, useClient } from "urql";
import { entryHere, type ListPlace, leftLists, namedEntry, rememberPlace } from "./left-lists.ts";
import { MissingInRows } from "./missing-in-rows.ts";
import { usePassingClient } from "./passing-client.ts";
import { eachOnce, type Refusal, refusalsOf } from "./refusal.ts";

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** Of all pages that are shown, those told in the same words once, and of the one that did not come. */
  readonly refusals: readonly Refusal[];
  /** What is missing in a row, with its path from the row on. */
  readonly missingIn: (row: Row & object) => readonly Refusal[];
  readonly more: () => void;
  /** The page asked for last did not come. */
  readonly failed: boolean;
  /** Asks for that page again, or for the whole list where only something in its rows is missing. */
  readonly again: () => void;
  /** Where somebody was in it who comes back to it. */
  readonly place: ListPlace;
}

interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** Why something is missing in the rows, in whichever. */
  readonly missing: readonly Refusal[];
  /** Why the page asked for last did not come. */
  readonly failed: readonly Refusal[];
}

/** Before the first page: that there is none is not known yet. */
const nothing = { rows: [], hasMore: true, loading: true, missing: [], failed: [] } as const;

/** Whoever had come further begins anew: they would wait too long for all of it to be read again. */
const READ_AGAIN = 1_000;

/**
 * A list of the graph, page by page by its cursors. When what is asked for changes it begins anew; what arrives for a
 * question asked before is dropped. A page that failed is asked for again by `again`; the rows before it stay. For
 * whoever comes back to a list it is read as far as they had come.
 */
export function usePages<Data, Variables extends AnyVariables, Row>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  connectionOf: (data: Data) => Connection<Row> | null | undefined,
  context?: Partial<OperationContext>,
): Pages<Row> {
  // The rows are kept here, for as long as the list is shown, and no answer to any page beside them.
  const client = usePassingClient();
  const [{ missing, failed, ...shown }, setShown] = useState<Shown<Row>>(nothing);
  const left = useRef(shown);
  left.current = shown;
  const lists = leftLists(useClient());
  const [place, setPlace] = useState<ListPlace>({});
  const question = JSON.stringify(variables);
  const asked = useRef<{ question: string; after: string | null | undefined } | undefined>(undefined);

  const missingInRows = useRef(new MissingInRows()).current;
  const cursor = useRef<string | null>(null);
  // How to ask is the page's own and new at every drawing; only what is asked for begins the list anew.
  const how = useRef({ document, connectionOf, context });
  how.current = { document, connectionOf, context };

  const ask = useCallback(
    async (after?: string | null, atLeast = 0) => {
      const mine = { question, after };
      asked.current = mine;
      setShown((before) => (after == null ? nothing : { ...before, loading: true, failed: [] }));
      const [rows, missing]: [Row[], Refusal[]] = [[], []];
      let [next, hasMore, failed]: [typeof after, boolean, readonly Refusal[]] = [after, true, []];
      do {
        const { data, error } = await client
          .query(how.current.document, { ...JSON.parse(question), after: next } as Variables, {
            requestPolicy: "network-only",
            ...how.current.context,
          })
          .toPromise();
        if (asked.current !== mine) return;
        const connection = data ? how.current.connectionOf(data) : undefined;
        cursor.current = connection?.pageInfo.endCursor ?? cursor.current;
        next = cursor.current;
        const refusals = refusalsOf(error);
        const read = (connection?.edges ?? []).map(({ node }) => node);
        missingInRows.note(refusals, read);
        if (connection) missing.push(...refusals);
        else failed = refusals;
        rows.push(...read);
        hasMore = connection?.pageInfo.hasNextPage ?? false;
      } while (hasMore && rows.length < atLeast);
      setShown((before) => ({
        rows: before.rows.concat(rows),
        hasMore,
        loading: false,
        missing: missing.length > 0 ? eachOnce([...before.missing, ...missing]) : before.missing,
        failed,
      }));
    },
    [client, question, missingInRows],
  );
  useEffect(() => {
    cursor.current = null;
    const entry = entryHere();
    const list = `${entry} ${createRequest(how.current.document, JSON.parse(question)).key}`;
    const place = lists.get(list) ?? {};
    setPlace(place);
    void ask(null, place.rows);
    return () => {
      asked.current = undefined;
      place.rows = left.current.rows.length;
      // What is asked for anew where one is, is not what one comes back to.
      if (namedEntry() === entry || left.current.rows.length > READ_AGAIN) lists.delete(list);
      else rememberPlace(lists, list, place);
    };
  }, [ask, lists, question]);
  const more = useCallback(() => void ask(cursor.current), [ask]);
  // Where every page came and something is missing in its rows, they are read anew.
  const anew = useCallback(() => void ask(), [ask]);
  const refusals = useMemo(() => [...missing, ...failed], [missing, failed]);
  const again = failed.length > 0 ? more : anew;
  return { ...shown, refusals, more, missingIn: missingInRows.in, failed: failed.length > 0, again, place };
}
