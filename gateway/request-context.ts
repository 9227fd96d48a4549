import type { Principal } from "../subgraphs/shared/principal.ts";
import type { Entitlements } from "./access/entitlements.ts";
import type { Trace } from "./execution/trace.ts";

/** Those who wait for one answer. */
export interface Audience {
  /** Whether all of them have left. */
  readonly gone: boolean;
}

/** What is known of one request once its caller is identified; every later step works with it. */
export interface RequestContext {
  readonly principal: Principal | null;
  /** The instant by which the whole request is judged, in every subgraph. */
  readonly at: Date;
  /** Who shares an allowance with the caller; absent where there is none to use up. */
  readonly client?: string | undefined;
  /** Who waits for the answer. */
  readonly audience?: Audience | undefined;
  /** Aborted when it leaves, where something goes on until it does. */
  readonly signal?: AbortSignal;
  /** The lawful basis (依据) the caller states for reading what other departments hold. */
  readonly basis?: string;
  /** The case (案件) on account of which it is read. */
  readonly case?: string;
  /** Whom the caller says it reads for (代谁查询): it goes on record and decides nothing. */
  readonly onBehalfOf?: string;
  /** What the caller may see of others' data; absent where the operation asks for nothing that takes a grant. */
  readonly entitlements?: Entitlements | undefined;
  /** Collects what becomes of the plan, where the caller asked to see it. */
  readonly trace?: Trace | undefined;
}
