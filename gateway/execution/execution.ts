import type { AskedEntity, GrantedRows, Read, RecordedFetch } from "../records/recorded-fetch.ts";
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
  /** What of it goes on record, once it is known; absent where nothing does. */
  reads?: readonly Read[];
  /** Rows of it that take a grant. */
  granted?: readonly GrantedRows[];
  /** Whether no answer came that could be used. */
  failed?: true;
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

/** Notes a question, and gives how what came of it is noted. */
export function noteAsked(
  { asked }: Execution,
  subgraph: string,
  question: Question,
  recorded: RecordedFetch | undefined,
): { given(data: Data | null | undefined, entities?: readonly AskedEntity[]): void; failed(): void } {
  const note: Asked = { subgraph, question };
  asked.push(note);
  return {
    given(data, entities) {
      if (recorded) Object.assign(note, recorded.of(data, entities));
    },
    failed() {
      note.failed = true;
      if (recorded)
        note.reads = recorded.wanted.map((each) => ({
          ...each,
          keys: [],
          subjects: [],
          masked: [],
          rows: 0,
        }));
    },
  };
}
