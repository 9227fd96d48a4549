import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { refuse } from "../subgraphs/shared/errors.ts";
import { dataOf, type GraphClient } from "../subgraphs/shared/graph-client.ts";
import { badBody, parseJson, readBody } from "../subgraphs/shared/http.ts";
import type { Principal } from "../subgraphs/shared/principal.ts";
import type { Identify } from "./access/identity.ts";
import { Planner } from "./planner.ts";
import type { RequestContext } from "./request-context.ts";
import type { Supergraph } from "./supergraph/supergraph.ts";
import type { SubgraphConnection } from "./transport/subgraph-connection.ts";

/** A request body larger than this is refused: no operation of ours needs it. */
const maximumBodyBytes = 1024 * 1024;

/**
 * An operation of more words than this is refused unread. A thousand fields under aliases take seconds to validate and
 * plan, in which nobody else is served; the longest of ours, a call of thirty units, has some two thousand.
 */
const maximumTokens = 5_000;

export interface GatewaySettings {
  readonly supergraph: Supergraph;
  /** How to reach each subgraph of the supergraph, by name. */
  readonly subgraphs: ReadonlyMap<string, SubgraphConnection>;
  readonly identify: Identify;
  /** The instant a request is judged by. */
  readonly clock: () => Date;
  readonly log: Logger;
}

export interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

export interface Gateway {
  /** Answers one HTTP request to the GraphQL endpoint. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers one operation of a caller already identified. */
  answer(operation: Operation, context: RequestContext): Promise<FormattedExecutionResult>;
  /** A client for work done in this process under an identity that needs no token. */
  clientFor(principal: Principal): GraphClient;
  stop(): Promise<void>;
}

/** What happens to one request, in order. */
export async function createGateway(settings: GatewaySettings): Promise<Gateway> {
  const { identify, clock, log } = settings;
  const server = new ApolloServer<RequestContext>({
    gateway: new Planner(settings.supergraph, settings.subgraphs), // authorise and withhold, plan, execute
    formatError: (formatted, error) => masked(formatted, error, log),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false, // whoever started us stops us, in order
    introspection: true,
    parseOptions: { maxTokens: maximumTokens },
    logger: log,
    plugins: [ApolloServerPluginLandingPageDisabled()],
  });
  await server.start();

  const answer: Gateway["answer"] = async (operation, contextValue) => {
    const { body } = await server.executeOperation<Record<string, unknown>>(operation, { contextValue });
    if (body.kind !== "single") throw new Error("the gateway does not answer incrementally");
    return body.singleResult as FormattedExecutionResult;
  };

  return {
    async handle(request, response) {
      const text = await readBody(request, maximumBodyBytes); // receive
      const at = clock();
      const principal = await identify(request.headers.authorization, at); // identify
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: (request.method ?? "POST").toUpperCase(),
          headers: headersOf(request),
          search: new URL(request.url ?? "/", "http://gateway").search,
          body: readRequest(text),
        },
        context: async () => ({ principal, at }),
      }); // parse, validate, then the planner above
      if (answer.body.kind !== "complete") throw new Error("the gateway does not answer incrementally");
      response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
      response.end(answer.body.string);
    },

    answer,

    clientFor: (principal) => async (query, variables) =>
      dataOf(await answer({ query, ...(variables ? { variables } : {}) }, { principal, at: clock() })),

    stop: () => server.stop(),
  };
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

/**
 * Refusals in our terms pass, wherever they were made, and what the server says of a malformed request. Whatever else a
 * subgraph says may hold its insides: it is logged whole and answered with a reference, as is what we tripped over.
 */
function masked(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const { code, stacktrace: _, serviceName, ...extensions } = formatted.extensions ?? {};
  const subgraph = serviceName ? { subgraph: serviceName } : {};
  const isOurs = extensions.fault !== undefined || (code !== "INTERNAL_SERVER_ERROR" && !serviceName);
  if (isOurs) return { ...formatted, extensions: { code, ...extensions, ...subgraph } };
  const reference = randomUUID();
  log.error({ reference, path: formatted.path, ...subgraph, err: error }, "an operation failed");
  const answer = refuse("INTERNAL_SERVER_ERROR", { reference }).toJSON();
  return {
    ...answer,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { ...answer.extensions, ...subgraph },
  };
}

/** The request's body. Names that begin with two underscores are GraphQL's own, and every object has some of them. */
function readRequest(text: string): unknown {
  if (text === "") return undefined;
  const body = parseJson(text);
  const { operationName } = (body ?? {}) as { operationName?: unknown };
  if (typeof operationName === "string" && operationName.startsWith("__")) {
    throw badBody("names an operation with two underscores", "操作名不得以两个下划线开头");
  }
  return body;
}
