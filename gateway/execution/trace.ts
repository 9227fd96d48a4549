import type { FetchNode } from "@apollo/query-planner";

/** What became of one fetch of a plan in one request. */
export interface FetchTrace {
  readonly fetch: FetchNode;
  /** Milliseconds since the execution began. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** Distinct entities asked for; absent for a root fetch. */
  readonly entities?: number;
  /** Objects of the answer they were joined into. */
  readonly targets?: number;
  readonly failed: boolean;
}

/** Collects timings for callers who ask for the plan of their own request. Uses the monotonic clock. */
export class Trace {
  readonly fetches: FetchTrace[] = [];
  readonly #began = performance.now();

  /** Notes a fetch that begins now; the function it returns notes its end. */
  begin(fetch: FetchNode, counts: { entities?: number; targets?: number }): (failed: boolean) => void {
    const startedAt = performance.now() - this.#began;
    return (failed) => {
      const milliseconds = performance.now() - this.#began - startedAt;
      this.fetches.push({ fetch, startedAt, milliseconds, ...counts, failed });
    };
  }

  get milliseconds(): number {
    return performance.now() - this.#began;
  }
}
