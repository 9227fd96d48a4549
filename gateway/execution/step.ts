import type { DocumentNode } from "graphql";
import type { RecordedFetch } from "../records/recorded-fetch.ts";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import type { SubgraphConnection } from "../transport/subgraph-connection.ts";
import type { Execution } from "./execution.ts";
import type { Reason } from "./failures.ts";

/** One step of a plan; there is nothing to wait for where it had nothing to do. */
export type Step = (execution: Execution) => Promise<void> | undefined;

/** What a fetch needs beside its node of the plan. */
export interface FetchSurroundings {
  readonly connection: SubgraphConnection;
  readonly types: SupergraphTypes;
  /** What of a fetch goes on record; absent where nothing is recorded. */
  readonly record?: ((document: DocumentNode) => RecordedFetch | undefined) | undefined;
  /** An error of a subgraph, or of reaching it, as the client may read it. */
  readonly explain: (error: unknown, subgraph: string) => Reason;
}
