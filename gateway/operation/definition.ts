import { type DocumentNode, GraphQLError, getOperationAST, type OperationDefinitionNode } from "graphql";

/** The operation of a document that was asked for; throws where there is none to choose. */
export function definitionIn(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const definition = getOperationAST(document, operationName);
  if (definition) return definition;
  throw new GraphQLError(
    operationName === undefined
      ? "The document holds several operations: say which by operationName."
      : "The document holds no operation of that name.",
    { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } },
  );
}
