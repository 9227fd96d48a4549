import { createHash } from "node:crypto";
import { ApolloGateway, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  print,
  printSchema,
} from "graphql";
import { type Authorised, authorise } from "./access/authorise.ts";
import { Requirements } from "./access/requirements.ts";
import { completeWithheld } from "./access/withhold.ts";
import type { RequestContext } from "./request-context.ts";
import type { Supergraph } from "./supergraph/supergraph.ts";
import { openingOf, type SubgraphConnection } from "./transport/subgraph-connection.ts";

type Loaded = Awaited<ReturnType<ApolloGateway["load"]>>;
type ExecutorRequest = Parameters<Loaded["executor"]>[0];

/**
 * Apollo's planner and executor behind our access layer. Apollo's gateway would answer protected fields to anybody once
 * it loads them, so it is never handed to the server itself: every operation passes `authorise` first.
 */
export class Planner {
  readonly #apollo: ApolloGateway;
  readonly #requirements: Requirements;
  readonly #authorised = new WeakMap<DocumentNode, Map<string, Authorised>>();

  constructor(supergraph: Supergraph, connections: ReadonlyMap<string, SubgraphConnection>) {
    this.#requirements = new Requirements(supergraph.sdl);
    this.#apollo = new ApolloGateway({
      supergraphSdl: supergraph.planningSdl,
      buildService: ({ name }) => {
        const connection = connections.get(name);
        if (!connection) throw new Error(`the supergraph names a subgraph without a connection: ${name}`);
        return sourceFor(connection);
      },
    });
  }

  async load(options: Parameters<ApolloGateway["load"]>[0]): Promise<Loaded> {
    const { schema, executor } = await this.#apollo.load(options);
    // The server puts resolvers of its own on the schema it is given; completing an answer needs one without any.
    const plain = buildSchema(printSchema(schema), { assumeValid: true });
    return { schema, executor: (request) => this.#execute(request, plain, executor) };
  }

  onSchemaLoadOrUpdate(callback: Parameters<ApolloGateway["onSchemaLoadOrUpdate"]>[0]) {
    return this.#apollo.onSchemaLoadOrUpdate(callback);
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  async #execute(request: ExecutorRequest, schema: GraphQLSchema, executor: Loaded["executor"]) {
    const { principal } = request.context as RequestContext;
    const { document, withheld } = this.#authorise(
      request.document,
      schema,
      request.context as RequestContext,
    );
    if (!withheld) return executor(request);

    const operationName = request.request.operationName;
    const fetched = await executor(narrowed(request, document));
    const original = { document: request.document, variables: request.request.variables, operationName };
    return (await completeWithheld(
      fetched,
      original,
      schema,
      this.#requirements,
      principal,
    )) as typeof fetched;
  }

  /** Documents are cached by the server, so what a set of scopes may ask of one is worked out once. */
  #authorise(document: DocumentNode, schema: GraphQLSchema, { principal }: RequestContext): Authorised {
    const byScopes = this.#authorised.get(document) ?? new Map<string, Authorised>();
    this.#authorised.set(document, byScopes);
    const key = JSON.stringify(principal && [...principal.scopes].sort());
    const known = byScopes.get(key) ?? authorise(document, schema, this.#requirements, principal);
    byScopes.set(key, known);
    return known;
  }
}

/** The request as if the client had asked only for `document`; plans are cached by hash, so it needs its own. */
function narrowed(request: ExecutorRequest, document: DocumentNode): ExecutorRequest {
  const source = print(document);
  const operation = getOperationAST(document, request.request.operationName) ?? request.operation;
  return {
    ...request,
    document,
    operation,
    source,
    queryHash: createHash("sha256").update(source).digest("hex"),
  };
}

/** Lets Apollo's gateway ask through our connections. */
const sourceFor = ({ ask }: SubgraphConnection): GraphQLDataSource<RequestContext> => ({
  async process({ request, context }: GraphQLDataSourceProcessOptions<RequestContext>) {
    const operation = request.query ?? "";
    const kind = operation.startsWith("mutation") ? "mutation" : "query";
    const variables = request.variables && JSON.stringify(request.variables);
    const question = { kind, operation, opening: openingOf(operation), variables } as const;
    const { data, errors } = await ask(question, context as RequestContext);
    return { data, errors: errors?.map((error) => ("toJSON" in error ? error.toJSON() : error)) } as never;
  },
});
