import type { RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import type { SubgraphFetch } from "./subgraph-source.ts";

/** A subgraph in this process: no HTTP hop, no signature, the same principal and instant. */
export const localSubgraph =
  (subgraph: Pick<RunningSubgraph, "execute">): SubgraphFetch =>
  (request, { principal, at }) =>
    subgraph.execute(request, { principal, at });
