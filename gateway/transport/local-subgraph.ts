import type { RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import type { SubgraphConnection } from "./subgraph-connection.ts";

/** A subgraph in this process: no HTTP hop, no signature, the same principal and instant. */
export const localSubgraph = (subgraph: Pick<RunningSubgraph, "execute">): SubgraphConnection => ({
  ask: ({ operation, variables }, { principal, at }) =>
    subgraph.execute(
      { query: operation, variables: variables === undefined ? undefined : JSON.parse(variables) },
      { principal, at },
    ),
});
