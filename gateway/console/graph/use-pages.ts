import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AnyVariables, OperationContext } from "urql";
import { usePassingClient } from "./passing-client.ts";
import { type Refusal, refusalsOf } from "./refusal.ts";
import { refusalsFurtherDown } from "./refusals-of-pages.ts";

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** Of all pages that are shown, at the places of their rows in `rows`, and of the one that did not come. */
  readonly refusals: readonly Refusal[];
  readonly more: () => void;
  /** The page asked for last did not come. */
  readonly failed: boolean;
  /** Asks for that page again, or for the whole list where only something in its rows is missing. */
  readonly again: () => void;
}

interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** What is missing in the rows, and why. */
  readonly missing: readonly Refusal[];
  /** Why the page asked for last did not come. */
  readonly failed: readonly Refusal[];
}

/** Before the first page: that there is none is not known yet. */
const nothing = { rows: [], hasMore: true, loading: true, missing: [], failed: [] } as const;

/**
 * A list of the graph, page by page by its cursors. When what is asked for changes it begins anew; what arrives for a
 * question asked before is dropped. A page that failed is asked for again by `again`; the rows before it stay.
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
  const question = JSON.stringify(variables);
  const asked = useRef<{ question: string; after: string | null | undefined } | undefined>(undefined);

  const cursor = useRef<string | null>(null);
  // How to ask is the page's own and new at every drawing; only what is asked for begins the list anew.
  const how = useRef({ document, connectionOf, context });
  how.current = { document, connectionOf, context };

  const ask = useCallback(
    async (after?: string | null) => {
      const mine = { question, after };
      asked.current = mine;
      setShown((before) => (after == null ? nothing : { ...before, loading: true, failed: [] }));
      const { data, error } = await client
        .query(how.current.document, { ...JSON.parse(question), after } as Variables, {
          requestPolicy: "network-only",
          ...how.current.context,
        })
        .toPromise();
      if (asked.current !== mine) return;
      const connection = data ? how.current.connectionOf(data) : undefined;
      cursor.current = connection?.pageInfo.endCursor ?? cursor.current;
      const refusals = refusalsOf(error);
      setShown(({ rows, missing }) => ({
        rows: rows.concat((connection?.edges ?? []).map(({ node }) => node)),
        hasMore: connection?.pageInfo.hasNextPage ?? false,
        loading: false,
        missing: connection ? missing.concat(refusalsFurtherDown(refusals, rows.length)) : missing,
        failed: connection ? [] : refusals,
      }));
    },
    [client, question],
  );
  useEffect(() => {
    cursor.current = null;
    void ask();
    return () => {
      asked.current = undefined;
    };
  }, [ask]);
  const more = useCallback(() => void ask(cursor.current), [ask]);
  // Where every page came and something is missing in its rows, they are read anew.
  const anew = useCallback(() => void ask(), [ask]);
  const refusals = useMemo(() => [...missing, ...failed], [missing, failed]);
  const again = failed.length > 0 ? more : anew;
  return { ...shown, refusals, more, failed: failed.length > 0, again };
}
