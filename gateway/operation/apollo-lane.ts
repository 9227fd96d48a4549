import { ApolloServer, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { explain } from "../execution/explain.ts";
import { briefError } from "../limits/brief-error.ts";
import { refuseOversized } from "../limits/source-limits.ts";
import type { RequestContext } from "../request-context.ts";
import { definitionIn } from "./definition.ts";
import type { Engine } from "./engine.ts";
import type { KnownOperations } from "./known-operations.ts";
import type { CarryOut, Outcome } from "./outcome.ts";

type ApolloGatewayInterface = NonNullable<ConstructorParameters<typeof ApolloServer>[0]["gateway"]>;
type Loaded = Awaited<ReturnType<ApolloGatewayInterface["load"]>>;

export interface ApolloLaneSettings {
  readonly engine: Engine;
  readonly known: KnownOperations;
  readonly carryOut: CarryOut;
  readonly log: Logger;
}

/** One request on its way through the server: what came of the operation, if it came to one. */
interface LaneContext {
  readonly request: RequestContext;
  /** The server works on a copy of this context, but of no more than its first level. */
  readonly result: { outcome?: Outcome };
}

export interface ApolloAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The way of a request that was not seen before: Apollo Server reads it in any of the forms HTTP allows, parses,
 * validates and negotiates. The operation itself is carried out where every other is.
 */
export class ApolloLane {
  readonly #server: ApolloServer<LaneContext>;

  private constructor(server: ApolloServer<LaneContext>) {
    this.#server = server;
  }

  static async open({ engine, known, carryOut, log }: ApolloLaneSettings): Promise<ApolloLane> {
    const executor: Loaded["executor"] = async ({ document, source, request, context }) => {
      const lane = context as LaneContext;
      const operationName = request.operationName ?? undefined;
      try {
        definitionIn(document, operationName);
      } catch (error) {
        // The server wants to say this one itself.
        return { errors: [error as GraphQLError] };
      }
      const admit = () => known.admit(source, operationName, document);
      lane.result.outcome = await carryOut(admit, request.variables ?? {}, lane.request);
      return { data: {} };
    };
    const server = new ApolloServer<LaneContext>({
      gateway: {
        load: async () => ({ schema: engine.schema, executor }),
        onSchemaLoadOrUpdate(callback) {
          callback({ apiSchema: engine.schema, coreSupergraphSdl: "" });
          return () => undefined;
        },
        stop: async () => undefined,
      },
      formatError: (formatted, error) => formatError(formatted, error, log),
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false, // whoever started us stops us, in order
      introspection: true, // whoever may not have it is refused where every operation is
      validationOptions: { maxErrors: 10, hideSuggestions: true },
      logger: log,
      plugins: [ApolloServerPluginLandingPageDisabled()],
    });
    await server.start();
    return new ApolloLane(server);
  }

  async answer(
    {
      headers: sent,
      ...request
    }: Omit<HTTPGraphQLRequest, "headers"> & { headers: Iterable<[string, string]> },
    context: RequestContext,
  ): Promise<ApolloAnswer> {
    refuseOversized(queryOf(request));
    const lane: LaneContext = { request: context, result: {} };
    const answer = await this.#server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { ...request, headers: new HeaderMap([...sent]) },
      context: async () => lane,
    });
    if (answer.body.kind !== "complete") throw new Error("the gateway does not answer incrementally");
    const { status = 200, headers: answered } = answer;
    // After the operation the server may still find that it has no form for the answer that the client would take.
    const outcome = status < 400 ? lane.result.outcome : undefined;
    const headers = { ...Object.fromEntries(answered), ...outcome?.headers };
    return { ...(outcome ?? { status, text: answer.body.string }), headers };
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

/** The document, wherever the request carries it; the server judges what is none. */
function queryOf({ body, search }: Pick<HTTPGraphQLRequest, "body" | "search">): string {
  const { query } = (body ?? {}) as { query?: unknown };
  return typeof query === "string" ? query : (new URLSearchParams(search).get("query") ?? "");
}

/** What the server says of a malformed request passes; whatever it tripped over itself is ours to know. */
function formatError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const { code, stacktrace: _, ...extensions } = formatted.extensions ?? {};
  if (extensions.fault !== undefined || code !== "INTERNAL_SERVER_ERROR") {
    return briefError({ ...formatted, extensions: { code, ...extensions } });
  }
  return explain(error, log);
}
