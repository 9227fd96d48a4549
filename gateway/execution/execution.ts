import type { RequestContext } from "../request-context.ts";
import type { Question } from "../transport/subgraph-connection.ts";
import type { Data } from "./data.ts";
import { Failures } from "./failures.ts";
import type { Trace } from "./trace.ts";
import type { Wave } from "./wave.ts";

/** What was asked of a subgraph for an operation, whether it was fetched for its caller alone or with others. */
export interface Asked {
  readonly subgraph: string;
  readonly question: Question;
}

/** One operation of one caller on its way through its plan. */
export interface Execution {
  /** What has been fetched so far, by response name. */
  readonly root: Data;
  /** As the client sent them: subgraphs apply the defaults themselves, from the operation they are sent. */
  readonly variables: Data;
  /** With defaults applied, for `@skip` and `@include`. */
  readonly coerced: Data;
  readonly context: RequestContext;
  readonly asked: Asked[];
  readonly failures: Failures;
  /** Where fetches are put that begin at once, while they do. */
  wave?: Wave | undefined;
  /** Objects and lists that stand in several places by reference; what they hold does as well, and need not be named. */
  readonly repeated: Set<unknown>;
  readonly trace?: Trace | undefined;
}

export const newExecution = (
  context: RequestContext,
  variables: Data,
  coerced: Data,
  trace?: Trace,
): Execution => ({
  root: {},
  variables,
  coerced,
  context,
  asked: [],
  failures: new Failures(),
  repeated: new Set(),
  ...(trace ? { trace } : {}),
});
