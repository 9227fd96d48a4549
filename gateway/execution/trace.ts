import type { ConditionNode, FetchNode } from "@apollo/query-planner";
import type { Provenance } from "../transport/provenance.ts";

/** What became of one fetch of a plan in one request. */
export interface FetchTrace {
  readonly fetch: FetchNode;
  /** Milliseconds since the trace began. */
  readonly startedAt: number;
  /** Until the reply was joined into the answer, or given up. */
  readonly milliseconds: number;
  /** Distinct entities asked for; absent for a root fetch. */
  readonly entities?: number;
  /** Objects of the answer they were joined into. */
  readonly targets?: number;
  readonly provenance: Provenance;
  readonly failed: boolean;
}

export interface FetchUnderWay {
  /** For the connection to fill in. */
  readonly provenance: Provenance;
  end(failed: boolean): void;
}

/** Collects what becomes of the plan of one request, for callers who ask to see it. Uses the monotonic clock. */
export class Trace {
  readonly fetches: FetchTrace[] = [];
  /** Every condition that was reached, and whether it held. */
  readonly conditions = new Map<ConditionNode, boolean>();
  /** How long planning and compiling took; absent where the operation was known. */
  planningMilliseconds?: number;
  readonly #began = performance.now();

  get milliseconds(): number {
    return performance.now() - this.#began;
  }

  /** Notes that planning begins now; the function it returns notes its end. */
  beginPlanning(): () => void {
    const startedAt = this.milliseconds;
    return () => {
      this.planningMilliseconds = this.milliseconds - startedAt;
    };
  }

  /** Notes a fetch that begins now. */
  begin(fetch: FetchNode, counts: { entities?: number; targets?: number }): FetchUnderWay {
    const startedAt = this.milliseconds;
    const provenance: Provenance = {};
    return {
      provenance,
      end: (failed) => {
        const milliseconds = this.milliseconds - startedAt;
        this.fetches.push({ fetch, startedAt, milliseconds, ...counts, provenance, failed });
      },
    };
  }
}
