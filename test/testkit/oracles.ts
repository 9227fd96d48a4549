import { ApolloGateway, type GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import type { QueryPlan } from "@apollo/query-planner";
import { buildSchema, execute, type GraphQLSchema, isObjectType, parse } from "graphql";
import { pino } from "pino";
import type { Supergraph } from "../../gateway/supergraph/supergraph.ts";
import type { SubgraphConnection } from "../../gateway/transport/subgraph-connection.ts";
import { type Answering, answerOf, type Resolvers } from "./composed.ts";

export interface Stock {
  readonly answer: Answering;
  /** How Apollo's planner has it fetched; undefined where it fails to plan it. */
  planOf(operation: Parameters<Answering>[0]): Promise<QueryPlan | undefined>;
  stop(): Promise<void>;
}

/** Apollo's own gateway over the same subgraphs: planner and executor as they come. */
export async function stockOver(
  supergraph: Supergraph,
  connections: ReadonlyMap<string, SubgraphConnection>,
): Promise<Stock> {
  let plan: QueryPlan | undefined;
  const apollo = new ApolloGateway({
    // Apollo refuses to load what it does not enforce itself.
    supergraphSdl: supergraph.sdl.replaceAll(", for: SECURITY)", ")"),
    logger: pino({ level: "silent" }) as never,
    experimental_didResolveQueryPlan: ({ queryPlan }) => {
      plan = queryPlan;
    },
    buildService: ({ name }) => ({
      async process({ request }: GraphQLDataSourceProcessOptions) {
        const operation = request.query ?? "";
        const variables = request.variables && JSON.stringify(request.variables);
        const ask = connections.get(name)?.ask;
        if (!ask) throw new Error(`no connection to ${name}`);
        const kind = operation.startsWith("mutation") ? "mutation" : "query";
        const { data, errors } = await ask(
          { kind, operation, opening: "", variables },
          { principal: null, at: new Date(0) },
        );
        return { data, errors } as never;
      },
    }),
  });
  const { executor } = await apollo.load({ apollo: {} } as never);
  const answer: Answering = async ({ query, variables = {}, operationName }) => {
    const request = { query, variables, operationName };
    const queryHash = `${operationName}:${query}`;
    const asked = { request, document: parse(query), queryHash, metrics: {}, context: {} };
    return answerOf(await executor(asked as never));
  };
  return {
    answer,
    planOf: async (operation) => {
      plan = undefined;
      await answer(operation).catch(() => undefined);
      return plan;
    },
    stop: () => apollo.stop(),
  };
}

/** The schema without any federation: the composed types in one executable schema. */
export function monolithOf(api: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(api);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (field) field.resolve = resolve as never;
    }
  }
  return schema;
}

export const answeringFrom =
  (schema: GraphQLSchema, contextValue?: () => unknown): Answering =>
  async ({ query, variables, operationName }) =>
    answerOf(
      await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
        contextValue: contextValue?.(),
      }),
    );
