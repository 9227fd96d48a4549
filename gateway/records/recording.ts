import type { GraphQLSchema } from "graphql";
import type { Requirements } from "../access/requirements.ts";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";

/** What has to be known of the graph to put on record what is read of it. */
export interface Recording {
  /** As clients see it. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly requirements: Requirements;
}
