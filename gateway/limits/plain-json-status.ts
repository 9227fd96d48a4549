import type { GraphQLFormattedError } from "graphql";

/** What may be wrong with an operation that reached us as it should. */
const wrongInOperation = new Set([
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
]);

/**
 * The status under which a client that takes `application/json` and nothing newer is told what is wrong with its
 * operation: 200. Such clients read the body of no other answer, and GraphQL over HTTP has it so for their sake.
 */
export function plainJsonStatus(
  accept: string | undefined,
  { status, text }: { readonly status: number; readonly text: string },
): number {
  if (status !== 400 || !accept || !/\bapplication\/json\b/.test(accept)) return status;
  if (accept.includes("application/graphql-response+json")) return status;
  const { errors = [] } = JSON.parse(text) as { errors?: readonly GraphQLFormattedError[] };
  return errors.every(({ extensions }) => wrongInOperation.has(String(extensions?.code))) ? 200 : status;
}
