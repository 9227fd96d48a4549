import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { explain } from "../execution/explain.ts";
import type { RequestContext } from "../request-context.ts";
import type { KnownOperation } from "./known-operation.ts";

/** What came of one operation: the body of the response and its HTTP status. */
export interface Outcome {
  readonly status: number;
  /** JSON text. */
  readonly text: string;
}

/** Carries out one operation, or refuses it, whichever way it came. */
export type CarryOut = (
  operation: () => KnownOperation,
  variables: object,
  context: RequestContext,
) => Promise<Outcome>;

/** An operation that was not carried out at all: nothing was fetched, and there is no data. */
export function refused(error: unknown, log: Logger): Outcome {
  const isOfTheCaller = error instanceof GraphQLError && error.extensions.code !== undefined;
  const said = isOfTheCaller ? error.toJSON() : explain(error, log);
  return {
    status: statusOf(said.extensions?.fault, said.extensions?.code),
    text: JSON.stringify({ errors: [said] }),
  };
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
};

const statusOf = (fault: unknown, code: unknown): number =>
  statuses[String(code)] ?? (fault === "SYSTEM" ? 500 : 400);
