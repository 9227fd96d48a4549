import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { headersOf, statusOf } from "../../subgraphs/shared/refusal-over-http.ts";
import { explain } from "../execution/explain.ts";
import { briefError } from "../limits/brief-error.ts";
import type { RequestContext } from "../request-context.ts";
import type { KnownOperation } from "./known-operation.ts";

/** What came of one operation: the body of the response and its HTTP status. */
export interface Outcome {
  readonly status: number;
  /** JSON text. */
  readonly text: string;
  /** What a refusal says in HTTP's terms. */
  readonly headers?: Readonly<Record<string, string>>;
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
  const said = briefError(isOfTheCaller ? error.toJSON() : explain(error, log));
  const extensions = said.extensions ?? {};
  return {
    status: statusOf(extensions),
    headers: headersOf({ extensions }),
    text: JSON.stringify({ errors: [said] }),
  };
}
