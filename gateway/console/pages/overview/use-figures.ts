import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { createContext, useContext, useEffect, useRef } from "react";
import { type AnyVariables, useQuery } from "urql";
import { type Refusal, refusalsOf } from "../../graph/refusal.ts";

/** How often something has changed in the place since it was first shown: with each the figures are asked for again. */
export const NewsContext = createContext(0);

interface Figures<Data> {
  readonly data: Data | undefined;
  readonly refusals: readonly Refusal[];
  readonly again: () => void;
}

/** Figures of the graph, kept up to date: while they are asked for again, those before stand. */
export function useFigures<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pause = false,
): Figures<Data> {
  const news = useContext(NewsContext);
  const [{ data, error }, ask] = useQuery({ query, variables, pause } as Parameters<
    typeof useQuery<Data, Variables>
  >[0]);
  const told = useRef(news);
  useEffect(() => {
    if (news === told.current || pause) return;
    told.current = news;
    ask({ requestPolicy: "network-only" });
  }, [news, pause, ask]);
  return {
    data,
    refusals: refusalsOf(error),
    again: () => ask({ requestPolicy: "network-only" }),
  };
}
