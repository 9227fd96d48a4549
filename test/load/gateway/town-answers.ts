import { type DocumentNode, execute, type GraphQLSchema, parse } from "graphql";
import { schemaOf, type TownSubgraph } from "./town-subgraphs.ts";

/** Answers a request body as the subgraph would, through graphql-js and nothing else. */
export function townAnswers(subgraph: TownSubgraph): (body: string) => Promise<string> {
  const schema: GraphQLSchema = schemaOf(subgraph);
  const documents = new Map<string, DocumentNode>();
  return async (body) => {
    const { query, variables, operationName } = JSON.parse(body);
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return JSON.stringify(await execute({ schema, document, variableValues: variables, operationName }));
  };
}
