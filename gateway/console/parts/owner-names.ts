import { useMemo } from "react";
import { useQuery } from "urql";
import { type Refusal, refusalsOf } from "../graph/refusal.ts";
import { useLanguage } from "../language/language.tsx";
import { OwnerNamesDocument } from "./owner-names.graphql.ts";

export interface Owner {
  /** The part of the graph that is theirs, `civil-affairs`. */
  readonly subgraph: string;
  /** What the codes of the owner's units end in. */
  readonly unit: string;
}

/** Who owns which part of the graph, and what an owner is called: 民政局, Civil affairs. Empty until it is there. */
export function useOwners(): {
  readonly owners: readonly Owner[];
  readonly ownerName: (subgraph: string) => string;
  /** Why they are not there. */
  readonly refusals: readonly Refusal[];
  readonly again: () => void;
} {
  const { language } = useLanguage();
  const [{ data, error }, ask] = useQuery({ query: OwnerNamesDocument, requestPolicy: "cache-first" });
  return useMemo(() => {
    const owners = data?.subgraphOwners ?? [];
    const titles = new Map(owners.map(({ subgraph, title }) => [subgraph, title] as const));
    const english = (subgraph: string) =>
      subgraph.charAt(0).toUpperCase() + subgraph.slice(1).replaceAll("-", " ");
    return {
      owners,
      ownerName: (subgraph) => (language === "zh" ? (titles.get(subgraph) ?? subgraph) : english(subgraph)),
      refusals: refusalsOf(error),
      again: () => ask({ requestPolicy: "network-only" }),
    };
  }, [data, error, ask, language]);
}
