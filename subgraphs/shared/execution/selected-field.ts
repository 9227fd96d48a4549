import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isLeafType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { type AnswerObjects, settling } from "./completion.ts";
import type { Path } from "./field-errors.ts";
import { serializerOf } from "./leaf.ts";
import { type Arguments, type Execution, infoAt, type Operation, type Place } from "./place.ts";

/** A field asked of one object type at one place of an operation. The specification's ExecuteField. */
export interface SelectedField {
  readonly name: string;
  /** Reads it from its source and completes it: its answer, a promise of it, or an error where it may not be null. */
  readonly answer: (source: unknown, execution: Execution, parent: Path | undefined) => unknown;
}

export function compileField(
  operation: Operation,
  parentType: GraphQLObjectType,
  name: string,
  nodes: Place["nodes"],
  answerObjects: AnswerObjects,
): SelectedField | undefined {
  const field = fieldOf(operation.schema, parentType, nodes[0].name.value);
  if (!field) return undefined;
  if (field === TypeNameMetaFieldDef) return { name, answer: () => parentType.name };
  const place: Place = { operation, parentType, field, nodes };
  const read = readerOf(place);
  const { settle, fail } = settling(place, field.type, answerObjects);
  const under = (parent: Path | undefined): Path => ({ prev: parent, key: name, typename: parentType.name });

  const answer: SelectedField["answer"] = (source, execution, parent) => {
    const path = under(parent);
    let value: unknown;
    try {
      value = read(source, execution, path);
    } catch (thrown) {
      return fail(thrown, execution, path);
    }
    return settle(value, execution, path);
  };

  const leaf = getNullableType(field.type);
  if (field.resolve || !isLeafType(leaf)) return { name, answer };
  const nullable = leaf === field.type;
  const serialize = serializerOf(leaf);
  const property = field.name;
  return {
    name,
    // Most of an answer comes by here: values as they stand in a row. Only what is not one needs to know its place.
    answer(source, execution, parent) {
      let value: unknown;
      try {
        value = propertyOf(source, property);
        if (isPlain(value)) return serialize(value);
        if (value === null && nullable) return null;
      } catch (thrown) {
        return fail(thrown, execution, under(parent));
      }
      return typeof value === "function"
        ? answer(source, execution, parent)
        : settle(value, execution, under(parent));
    },
  };
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

type Read = (source: unknown, execution: Execution, path: Path) => unknown;

/** The field's resolver, or the property of its name. */
function readerOf(place: Place): Read {
  const { resolve, name } = place.field;
  const argumentsIn = argumentsOf(place);
  if (resolve) {
    return (source, execution, path) =>
      resolve(source, argumentsIn(execution), execution.context, infoAt(place, execution, path));
  }
  return (source, execution, path) => {
    const value = propertyOf(source, name);
    return typeof value === "function"
      ? value.call(source, argumentsIn(execution), execution.context, infoAt(place, execution, path))
      : value;
  };
}

const none: Arguments = Object.freeze({});

function argumentsOf(place: Place): (execution: Execution) => Arguments {
  const { field, nodes } = place;
  if (field.args.length === 0) return () => none;
  return ({ args, variables }) => {
    let given = args.get(place);
    if (!given) {
      given = getArgumentValues(field, nodes[0], variables);
      args.set(place, given);
    }
    return given;
  };
}

const propertyOf = (source: unknown, name: string): unknown =>
  typeof source === "object" && source !== null ? (source as Record<string, unknown>)[name] : undefined;

/** Neither absent nor an error, a promise, a function or anything that only looks like a value. */
const isPlain = (value: unknown): boolean =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  value instanceof Date;
