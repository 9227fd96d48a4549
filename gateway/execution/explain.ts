import { randomUUID } from "node:crypto";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Reason } from "./failures.ts";

/**
 * An error as the client may read it. Refusals in our terms pass, wherever they were made. Whatever else a subgraph says
 * may hold its insides: it is logged whole and answered with a reference, as is what we tripped over ourselves.
 */
export function explain(error: unknown, log: Logger, subgraph?: string): Reason {
  const { message, extensions = {} } = error as Partial<GraphQLFormattedError>;
  const { stacktrace: _, serviceName: __, ...said } = extensions;
  const named = subgraph === undefined ? {} : { subgraph };
  if (typeof message === "string" && typeof said.code === "string" && said.fault !== undefined) {
    return { message, extensions: { ...said, ...named } };
  }
  const reference = randomUUID();
  log.error({ reference, ...named, err: error }, "an operation failed");
  const answer = refuse("INTERNAL_SERVER_ERROR", { reference }).toJSON();
  return { ...answer, extensions: { ...answer.extensions, ...named } };
}
