import { operationFromDocument, Supergraph as PlannedSupergraph } from "@apollo/federation-internals";
import { type QueryPlan, QueryPlanner } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema } from "graphql";

/**
 * Apollo's planner over the supergraph as it was composed. It knows nothing of who asks: whatever it is given to plan
 * has passed `authorise`.
 */
export class Planner {
  /** What clients see: the supergraph without what only federation needs. */
  readonly schema: GraphQLSchema;
  readonly #planner: QueryPlanner;
  readonly #api: ReturnType<PlannedSupergraph["apiSchema"]>;

  constructor(supergraphSdl: string) {
    // Apollo's own list of supported features leaves the access directives out; those we enforce ourselves.
    const supergraph = PlannedSupergraph.build(supergraphSdl, { supportedFeatures: null });
    this.#api = supergraph.apiSchema();
    this.schema = this.#api.toGraphQLJSSchema();
    this.#planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  }

  plan(document: DocumentNode, operationName: string | undefined): QueryPlan {
    return this.#planner.buildQueryPlan(
      operationFromDocument(this.#api, document, {
        ...(operationName === undefined ? {} : { operationName }),
        validate: false,
      }),
    );
  }
}
