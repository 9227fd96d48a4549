import type { FieldNode, GraphQLField, GraphQLInterfaceType, GraphQLObjectType } from "graphql";
import type { Reason } from "./failures.ts";

/** Why a field, asked for at these places of the operation, is not shown to its caller; undefined where it is. */
export type Withheld = (
  type: GraphQLObjectType | GraphQLInterfaceType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
) => Reason | undefined;
