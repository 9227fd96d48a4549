import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
} from "graphql";

export type Serialize = (value: unknown) => unknown;

/** The values that a specified scalar answers just as they are. The others it converts or refuses. */
const answeredAsTheyAre = new Map<GraphQLLeafType, (value: unknown) => boolean>([
  [GraphQLString, (value) => typeof value === "string"],
  [GraphQLID, (value) => typeof value === "string"],
  [GraphQLBoolean, (value) => typeof value === "boolean"],
  [GraphQLInt, (value) => typeof value === "number" && (value | 0) === value],
  [GraphQLFloat, Number.isFinite],
]);

/** The specification's CompleteLeafValue. */
export function serializerOf(type: GraphQLLeafType): Serialize {
  const serialize: Serialize = (value) => {
    const serialized = type.serialize(value);
    if (serialized != null) return serialized;
    throw new Error(`${type.name} has no way to write the value it was given`);
  };
  const asItIs = answeredAsTheyAre.get(type);
  return asItIs ? (value) => (asItIs(value) ? value : serialize(value)) : serialize;
}
