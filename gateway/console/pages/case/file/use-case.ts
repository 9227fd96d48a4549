import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useQuery } from "urql";
import { type Refusal, refusalsOf } from "../../../graph/refusal.ts";
import { useGrounds } from "../grounds/grounds.tsx";

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly refusals: readonly Refusal[];
  readonly waiting: boolean;
  readonly again: () => void;
}

/**
 * One part of what the command centre itself holds of a case; asked again, quietly, whenever the case changed. Of other
 * owners' data that is done at the reader's word alone: each look goes on record in the reader's name.
 */
export function useCase<Data, Variables extends { number: string }>(
  query: TypedDocumentNode<Data, Variables>,
  asked: Variables,
  changes: number,
): Asked<Data> {
  const { context } = useGrounds();
  const question = JSON.stringify(asked);
  const variables = useMemo(() => JSON.parse(question) as Variables, [question]);
  const [{ data, error, fetching }, ask] = useQuery<Data, Variables>({ query, variables, context });
  const again = useCallback(() => ask({ ...context, requestPolicy: "network-only" }), [ask, context]);
  const seen = useRef(changes);
  useEffect(() => {
    if (seen.current === changes) return;
    seen.current = changes;
    again();
  }, [changes, again]);
  const refusals = useMemo(() => refusalsOf(error), [error]);
  return { data, refusals, waiting: fetching && !data && !error, again };
}
