import type { GraphQLError } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";

/** How much a process has to do. */
export interface Load {
  /** Requests being answered at once; more would only wait for each other. */
  readonly underWay: number;
  /** How late it comes to its work, in milliseconds. */
  readonly delay: number;
}

/** Some ten times what is under way at full throughput, when an answer takes tens of milliseconds. */
export const maximumLoad: Load = { underWay: 500, delay: 1_000 };

const retryAfterSeconds = 2;

/** Why a request is refused that could not be answered in time: before anything is done for it, or read of it. */
export function overload(load: Load, maximum: Load): GraphQLError | undefined {
  const isTooMuch = load.underWay > maximum.underWay || load.delay > maximum.delay;
  return isTooMuch ? refuse("OVERLOADED", { seconds: retryAfterSeconds }) : undefined;
}
