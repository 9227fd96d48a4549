import { refuse } from "../../subgraphs/shared/errors.ts";

export interface LoadLimits {
  /** Requests answered at once; more would only wait for each other. */
  readonly underWay: number;
  /** How late the process may come to its work, in milliseconds. */
  readonly delayMilliseconds: number;
}

/** Some ten times what is under way at full throughput, at which an answer takes tens of milliseconds. */
export const loadLimits: LoadLimits = { underWay: 500, delayMilliseconds: 1_000 };

const retryAfterSeconds = 2;

/** Refuses a request that could not be answered in time, before anything is done for it. */
export function refuseOverload(
  load: { readonly underWay: number; readonly delayMilliseconds: number },
  limits: LoadLimits,
): void {
  if (load.underWay > limits.underWay || load.delayMilliseconds > limits.delayMilliseconds) {
    throw refuse("OVERLOADED", { seconds: retryAfterSeconds });
  }
}
