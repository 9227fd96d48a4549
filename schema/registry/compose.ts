import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { type GraphQLError, lexicographicSortSchema, parse, printSchema } from "graphql";
import type { CompositionFinding } from "./composition-finding.ts";
import { requirementFindings } from "./requirement-findings.ts";

/** A subgraph as composition sees it. The URL is a name only: where a subgraph runs is configuration. */
export interface ComposableSubgraph {
  readonly name: string;
  readonly sdl: string;
}

/** What composition found: a supergraph with hints, or the errors why there is none. It judges, it does not throw. */
export type Composition =
  | {
      readonly success: true;
      readonly supergraph: string;
      readonly api: string;
      readonly hints: readonly string[];
    }
  | { readonly success: false; readonly errors: readonly CompositionFinding[] };

export function compose(subgraphs: readonly ComposableSubgraph[]): Composition {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `subgraph://${name}`, typeDefs: parse(sdl) })),
  );
  if (result.errors) return { success: false, errors: result.errors.map(findingOf) };
  const findings = requirementFindings(result.supergraphSdl);
  if (findings.length > 0) return { success: false, errors: findings };
  return {
    success: true,
    supergraph: `${result.supergraphSdl.trim()}\n`,
    api: apiOf(result.supergraphSdl),
    hints: result.hints.map((hint) => `${hint.definition.code}: ${hint.message}`),
  };
}

const findingOf = (error: GraphQLError): CompositionFinding => ({
  code: String(error.extensions.code ?? "UNKNOWN"),
  message: error.message,
});

/** The schema clients see, with every feature known to a router: the auth directives are ours to enforce. */
function apiOf(supergraph: string): string {
  const api = Supergraph.build(supergraph, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(api))}\n`;
}
