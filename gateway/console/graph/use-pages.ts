import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { type AnyVariables, type OperationContext, useClient } from "urql";
import { type Refusal, refusalsOf } from "./refusal.ts";

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly refusals: readonly Refusal[];
  readonly more: () => void;
  readonly again: () => void;
}

const nothing = { rows: [], hasMore: true, loading: false, refusals: [] } as const;

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
  const client = useClient();
  const [state, setState] = useState<Omit<Pages<Row>, "more" | "again">>(nothing);
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
      setState((before) => ({ ...(after == null ? nothing : before), loading: true, refusals: [] }));
      const { data, error } = await client
        .query(how.current.document, { ...JSON.parse(question), after } as Variables, {
          requestPolicy: "network-only",
          ...how.current.context,
        })
        .toPromise();
      if (asked.current !== mine) return;
      const connection = data ? how.current.connectionOf(data) : undefined;
      cursor.current = connection?.pageInfo.endCursor ?? cursor.current;
      setState(({ rows }) => ({
        rows: [...rows, ...(connection?.edges ?? []).map(({ node }) => node)],
        hasMore: connection?.pageInfo.hasNextPage ?? false,
        loading: false,
        refusals: refusalsOf(error),
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
  return { ...state, more, again: more };
}
