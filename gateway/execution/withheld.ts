import type { GraphQLField, GraphQLObjectType } from "graphql";
import type { Reason } from "./failures.ts";

/** Why a field is not shown to the caller of an operation; undefined where it is. */
export type Withheld = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => Reason | undefined;
