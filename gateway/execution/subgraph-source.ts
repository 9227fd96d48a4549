import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { SubgraphRequest } from "../../subgraphs/shared/subgraph.ts";
import type { RequestContext } from "../request-context.ts";

export interface SubgraphReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
}

/** One fetch to one subgraph, however it travels: a call in this process or a request over HTTP. */
export type SubgraphFetch = (request: SubgraphRequest, context: RequestContext) => Promise<SubgraphReply>;

/** Lets Apollo's gateway fetch through ours. */
export const sourceFor = (fetch: SubgraphFetch): GraphQLDataSource<RequestContext> => ({
  async process({ request, context }: GraphQLDataSourceProcessOptions<RequestContext>) {
    const { data, errors } = await fetch(
      { query: request.query ?? "", variables: request.variables, operationName: request.operationName },
      context as RequestContext,
    );
    return { data, errors: errors?.map((error) => ("toJSON" in error ? error.toJSON() : error)) } as never;
  },
});
