import { join } from "node:path";
import { readSupergraph, type Supergraph } from "../gateway/supergraph/supergraph.ts";

export const contractDirectory = join(import.meta.dirname, "..", "schema");

/** The composed schema as committed: what a gateway starts from, and what says which subgraphs there are. */
export const readContract = (): Promise<Supergraph> =>
  readSupergraph(join(contractDirectory, "supergraph.graphql"));
