import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLField,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { type Collecting, collectFields, type FieldNodes } from "./collect-fields.ts";
import { errorAt, type FieldErrors, type Path } from "./field-errors.ts";
import { serializerOf } from "./leaf.ts";

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

type Arguments = Record<string, unknown>;
type Answer = Record<string, unknown>;

/** The fields asked of one object type at one place of an operation. */
export interface Selection {
  readonly fields: readonly SelectedField[];
  /** All names in order. Answers copied from it are of one shape, with which we and JSON.stringify are quick. */
  readonly blank: Answer;
}

interface SelectedField {
  readonly name: string;
  /** Reads it from its source and completes it: its answer, a promise of it, or an error where it may not be null. */
  readonly answer: (source: unknown, execution: Execution, parent: Path | undefined) => unknown;
}

export function compileSelection(
  operation: Operation,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): Selection {
  const fields = [...collectFields(operation, type, selectionSets)].flatMap(
    ([name, nodes]) => compileField(operation, type, name, nodes) ?? [],
  );
  return { fields, blank: Object.fromEntries(fields.map(({ name }) => [name, null])) };
}

/** The specification's ExecuteSelectionSet. */
export function answerFields(
  { fields, blank }: Selection,
  source: unknown,
  execution: Execution,
  path: Path | undefined,
): Answer | Promise<Answer> {
  const answer = { ...blank };
  let awaited: string[] | undefined;
  try {
    for (const field of fields) {
      const value = field.answer(source, execution, path);
      answer[field.name] = value;
      if (isPromise(value)) {
        awaited ??= [];
        awaited.push(field.name);
      }
    }
  } catch (error) {
    if (!awaited) throw error;
    // The fields begun before are seen to their end, so that none of them fails unobserved.
    return Promise.all(awaited.map((name) => answer[name])).finally(() => {
      throw error;
    }) as Promise<never>;
  }
  return awaited ? whenAll(answer, awaited) : answer;
}

/** The same for a mutation: a field begins when the one before it has ended. */
export function answerSerially(
  { fields, blank }: Selection,
  source: unknown,
  execution: Execution,
): Answer | Promise<Answer> {
  const answer = { ...blank };
  const put = (field: SelectedField): Promise<Answer> | undefined => {
    const value = field.answer(source, execution, undefined);
    answer[field.name] = value;
    return isPromise(value) ? whenAll(answer, [field.name]) : undefined;
  };
  let last: Promise<unknown> | undefined;
  for (const field of fields) last = last ? last.then(() => put(field)) : put(field);
  return last ? last.then(() => answer) : answer;
}

async function whenAll(answer: Answer, names: readonly string[]): Promise<Answer> {
  const values = await Promise.all(names.map((name) => answer[name]));
  for (const [index, name] of names.entries()) answer[name] = values[index];
  return answer;
}

/** A field where it is asked for: what reading, completing and reporting it needs to know. */
interface Place {
  readonly operation: Operation;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: Readonly<FieldNodes>;
}

function compileField(
  operation: Operation,
  parentType: GraphQLObjectType,
  name: string,
  nodes: Place["nodes"],
): SelectedField | undefined {
  const field = fieldOf(operation.schema, parentType, nodes[0].name.value);
  if (!field) return undefined;
  if (field === TypeNameMetaFieldDef) return { name, answer: () => parentType.name };
  const place: Place = { operation, parentType, field, nodes };
  const read = readerOf(place);
  const complete = completion(place, field.type);
  const fail = failure(place, field.type);

  const settle = (value: unknown, execution: Execution, path: Path): unknown => {
    try {
      const completed = complete(value, execution, path);
      return isPromise(completed)
        ? completed.then(undefined, (thrown) => fail(thrown, execution, path))
        : completed;
    } catch (thrown) {
      return fail(thrown, execution, path);
    }
  };
  const settleOrAwait = (value: unknown, execution: Execution, path: Path): unknown =>
    isPromise(value)
      ? value.then(
          (each) => settle(each, execution, path),
          (thrown) => fail(thrown, execution, path),
        )
      : settle(value, execution, path);
  const under = (parent: Path | undefined): Path => ({ prev: parent, key: name, typename: parentType.name });

  const answer: SelectedField["answer"] = (source, execution, parent) => {
    const path = under(parent);
    let value: unknown;
    try {
      value = read(source, execution, path);
    } catch (thrown) {
      return fail(thrown, execution, path);
    }
    return settleOrAwait(value, execution, path);
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
        : settleOrAwait(value, execution, under(parent));
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
  typeof source === "object" && source !== null ? (source as Answer)[name] : undefined;

/** Neither absent nor an error, a promise, a function or anything that only looks like a value. */
const isPlain = (value: unknown): boolean =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  value instanceof Date;

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === "object" && value !== null && typeof (value as Promise<unknown>).then === "function";

/** The specification's handling of field errors: null in its place, or on to the parent where there may be no null. */
function failure({ nodes }: Place, type: GraphQLOutputType) {
  const nullable = !isNonNullType(type);
  return (thrown: unknown, execution: Execution, path: Path): null => {
    const error = errorAt(thrown, nodes, path);
    if (!nullable) throw error;
    execution.errors.add(error, path);
    return null;
  };
}

/** Turns what was read into what is answered, or throws; a promise where something below it is waited for. */
type Complete = (value: unknown, execution: Execution, path: Path) => unknown;

/** The specification's CompleteValue for one type at one place. */
function completion(place: Place, type: GraphQLOutputType): Complete {
  if (isNonNullType(type)) {
    const complete = completion(place, type.ofType);
    return (value, execution, path) => {
      const completed = complete(value, execution, path);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${coordinateOf(place)}.`);
    };
  }
  const complete = completionOfPresent(place, type);
  return (value, execution, path) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(value, execution, path);
  };
}

function completionOfPresent(place: Place, type: GraphQLOutputType): Complete {
  if (isListType(type)) return completionOfList(place, type);
  if (isLeafType(type)) return serializerOf(type);
  if (isAbstractType(type)) return completionOfAbstract(place, type);
  return completionOfObject(place, type as GraphQLObjectType);
}

function completionOfList(place: Place, { ofType }: GraphQLList<GraphQLOutputType>): Complete {
  const complete = completion(place, ofType);
  const fail = failure(place, ofType);

  const settle = (item: unknown, execution: Execution, path: Path): unknown => {
    try {
      const completed = isPromise(item)
        ? item.then((each) => complete(each, execution, path))
        : complete(item, execution, path);
      return isPromise(completed)
        ? completed.then(undefined, (thrown) => fail(thrown, execution, path))
        : completed;
    } catch (thrown) {
      return fail(thrown, execution, path);
    }
  };

  return (list, execution, path) => {
    if (!isIterable(list)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${coordinateOf(place)}".`);
    }
    const answers: unknown[] = [];
    let awaited = false;
    try {
      for (const item of list) {
        const answer = settle(item, execution, { prev: path, key: answers.length, typename: undefined });
        answers.push(answer);
        awaited ||= isPromise(answer);
      }
    } catch (error) {
      // The list is gone: what is still promised in it fails unheard, or Node would end the process over it.
      void Promise.allSettled(Array.isArray(list) ? [...answers, ...list] : answers);
      throw error;
    }
    return awaited ? Promise.all(answers) : answers;
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";

/** Under a union or an interface, each object type met has a selection of its own. */
function completionOfAbstract(place: Place, type: GraphQLAbstractType): Complete {
  const { schema } = place.operation;
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const completions = new Map<string, Complete>();

  const completionFor = (name: unknown): Complete => {
    const known = completions.get(name as string);
    if (known) return known;
    const objectType = typeof name === "string" ? schema.getType(name) : undefined;
    if (!isObjectType(objectType) || !schema.isSubType(type, objectType)) {
      throw new GraphQLError(
        `Abstract type "${type.name}" must resolve to one of its object types for field "${coordinateOf(place)}".`,
        { nodes: place.nodes },
      );
    }
    const complete = completionOfObject(place, objectType);
    completions.set(objectType.name, complete);
    return complete;
  };

  return (value, execution, path) => {
    const name = resolveType(value, execution.context, infoAt(place, execution, path), type);
    return isPromise(name)
      ? name.then((each) => completionFor(each)(value, execution, path))
      : completionFor(name)(value, execution, path);
  };
}

function completionOfObject(place: Place, type: GraphQLObjectType): Complete {
  const selectionSets = place.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  // Made when the first object is met: types may contain one another, and of a union most are never met.
  let selection: Selection | undefined;
  const answer: Complete = (value, execution, path) => {
    selection ??= compileSelection(place.operation, type, selectionSets);
    return answerFields(selection, value, execution, path);
  };
  const { isTypeOf } = type;
  if (!isTypeOf) return answer;

  return (value, execution, path) => {
    const answerIf = (is: boolean): unknown => {
      if (is) return answer(value, execution, path);
      throw new GraphQLError(`Expected value of type "${type.name}" but got another.`, {
        nodes: place.nodes,
      });
    };
    const is = isTypeOf(value, execution.context, infoAt(place, execution, path));
    return isPromise(is) ? is.then(answerIf) : answerIf(is);
  };
}

const coordinateOf = ({ parentType, field }: Place): string => `${parentType.name}.${field.name}`;

/** What a resolver may ask about where it is. An item of a list is asked as the field that holds the list. */
function infoAt(place: Place, execution: Execution, at: Path): GraphQLResolveInfo {
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
