import type { GraphQLField, GraphQLObjectType, GraphQLResolveInfo, OperationDefinitionNode } from "graphql";
import type { Collecting, FieldNodes } from "./collect-fields.ts";
import type { FieldErrors, Path } from "./field-errors.ts";

/** What every field of an operation knows. */
export interface Operation extends Collecting {
  readonly definition: OperationDefinitionNode;
  /** Its fragments as resolvers are told of them. */
  readonly toldFragments: GraphQLResolveInfo["fragments"];
}

/** One request to an operation. */
export interface Execution {
  readonly rootValue: unknown;
  readonly context: unknown;
  readonly variables: Record<string, unknown>;
  readonly errors: FieldErrors;
  /** Coerced once per request: under a list they are the same for every parent, and resolvers only read them. */
  readonly args: Map<Place, Arguments>;
  /** What was last told to a resolver about where it is: all items of a list are told the same. */
  info?: GraphQLResolveInfo;
}

export type Arguments = Record<string, unknown>;

/** A field where it is asked for: what reading, completing and reporting it needs to know. */
export interface Place {
  readonly operation: Operation;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: Readonly<FieldNodes>;
}

export const coordinateOf = ({ parentType, field }: Place): string => `${parentType.name}.${field.name}`;

/** What a resolver may ask about where it is. An item of a list is asked as the field that holds the list. */
export function infoAt(place: Place, execution: Execution, at: Path): GraphQLResolveInfo {
  const { operation, parentType, field, nodes } = place;
  let path = at;
  while (typeof path.key === "number" && path.prev) path = path.prev;
  if (execution.info?.path === path) return execution.info;
  execution.info = {
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType,
    path,
    schema: operation.schema,
    fragments: operation.toldFragments,
    rootValue: execution.rootValue,
    operation: operation.definition,
    variableValues: execution.variables,
  };
  return execution.info;
}
