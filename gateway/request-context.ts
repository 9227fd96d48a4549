import type { Principal } from "../subgraphs/shared/principal.ts";

/** What is known of one request once its caller is identified; every later step works with it. */
export interface RequestContext {
  readonly principal: Principal | null;
  /** The instant by which the whole request is judged, in every subgraph. */
  readonly at: Date;
}
