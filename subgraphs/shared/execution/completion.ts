import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { errorAt, type Path } from "./field-errors.ts";
import { serializerOf } from "./leaf.ts";
import { coordinateOf, type Execution, infoAt, type Place } from "./place.ts";

/** Turns what was read into what is answered, or throws; a promise where something below it is waited for. */
export type Complete = (value: unknown, execution: Execution, path: Path) => unknown;

/** What answers objects of a type at a place: what is selected of them there. */
export type AnswerObjects = (place: Place, type: GraphQLObjectType) => Complete;

/** Completes what is at a place, promised or not; `fail` does the same with what was thrown instead of a value. */
export interface Settling {
  readonly settle: Complete;
  readonly fail: (thrown: unknown, execution: Execution, path: Path) => null;
}

/** The specification's handling of field errors: null in its place, or on to the parent where there may be no null. */
export function settling(place: Place, type: GraphQLOutputType, answerObjects: AnswerObjects): Settling {
  const complete = completion(place, type, answerObjects);
  const nullable = !isNonNullType(type);

  const fail: Settling["fail"] = (thrown, execution, path) => {
    const error = errorAt(thrown, place.nodes, path);
    if (!nullable) throw error;
    execution.errors.add(error, path);
    return null;
  };

  const settle: Complete = (value, execution, path) => {
    if (isPromise(value)) {
      return value.then(
        (each) => settle(each, execution, path),
        (thrown) => fail(thrown, execution, path),
      );
    }
    try {
      const completed = complete(value, execution, path);
      return isPromise(completed)
        ? completed.then(undefined, (thrown) => fail(thrown, execution, path))
        : completed;
    } catch (thrown) {
      return fail(thrown, execution, path);
    }
  };

  return { settle, fail };
}

/** The specification's CompleteValue for one type at one place. */
function completion(place: Place, type: GraphQLOutputType, answerObjects: AnswerObjects): Complete {
  if (isNonNullType(type)) {
    const complete = completion(place, type.ofType, answerObjects);
    return (value, execution, path) => {
      const completed = complete(value, execution, path);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${coordinateOf(place)}.`);
    };
  }
  const complete = completionOfPresent(place, type, answerObjects);
  return (value, execution, path) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(value, execution, path);
  };
}

function completionOfPresent(place: Place, type: GraphQLOutputType, answerObjects: AnswerObjects): Complete {
  if (isListType(type)) return completionOfList(place, type, answerObjects);
  if (isLeafType(type)) return serializerOf(type);
  if (isAbstractType(type)) return completionOfAbstract(place, type, answerObjects);
  return completionOfObject(place, type as GraphQLObjectType, answerObjects);
}

function completionOfList(
  place: Place,
  { ofType }: GraphQLList<GraphQLOutputType>,
  answerObjects: AnswerObjects,
): Complete {
  const { settle } = settling(place, ofType, answerObjects);

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
function completionOfAbstract(
  place: Place,
  type: GraphQLAbstractType,
  answerObjects: AnswerObjects,
): Complete {
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
    const complete = completionOfObject(place, objectType, answerObjects);
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

function completionOfObject(place: Place, type: GraphQLObjectType, answerObjects: AnswerObjects): Complete {
  const answer = answerObjects(place, type);
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

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === "object" && value !== null && typeof (value as Promise<unknown>).then === "function";
