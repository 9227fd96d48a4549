import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useMemo } from "react";
import { useQuery } from "urql";
import { type Refusal, refusalsOf } from "../../../graph/refusal.ts";
import { useGrounds } from "../grounds/grounds.tsx";

export interface PartAnswer<Data> {
  readonly data: Data | undefined;
  readonly refusals: readonly Refusal[];
  /** Nothing is known yet. */
  readonly waiting: boolean;
  /** It is being asked, for the first time or again. */
  readonly asking: boolean;
  readonly again: () => void;
}

/**
 * One department's part of the case, asked for apart from all others, so that who is late or down holds up nobody. It is
 * asked on the stated basis and never answered from before: what was shown on another basis is not shown on this one.
 */
export function useDepartment<Data>(
  query: TypedDocumentNode<Data, { number: string }>,
  number: string,
  pause = false,
): PartAnswer<Data> {
  const { context } = useGrounds();
  const variables = useMemo(() => ({ number }), [number]);
  const [{ data, error, fetching }, ask] = useQuery<Data, { number: string }>({
    query,
    variables,
    context,
    pause,
    requestPolicy: "network-only",
  });
  const refusals = useMemo(() => refusalsOf(error), [error]);
  const again = useCallback(() => ask({ ...context, requestPolicy: "network-only" }), [ask, context]);
  return { data, refusals, waiting: fetching && !data && !error, asking: fetching, again };
}
