import type { GraphQLObjectType, SelectionSetNode } from "graphql";
import { collectFields } from "./collect-fields.ts";
import { type AnswerObjects, isPromise } from "./completion.ts";
import type { Path } from "./field-errors.ts";
import type { Execution, Operation } from "./place.ts";
import { compileField, type SelectedField } from "./selected-field.ts";

type Answer = Record<string, unknown>;

/** The fields asked of one object type at one place of an operation. */
export interface Selection {
  readonly fields: readonly SelectedField[];
  /** All names in order. Answers copied from it are of one shape, with which we and JSON.stringify are quick. */
  readonly blank: Answer;
}

export function compileSelection(
  operation: Operation,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): Selection {
  const fields = [...collectFields(operation, type, selectionSets)].flatMap(
    ([name, nodes]) => compileField(operation, type, name, nodes, answerObjects) ?? [],
  );
  return { fields, blank: Object.fromEntries(fields.map(({ name }) => [name, null])) };
}

/** Made when the first object is met: types may contain one another, and of a union most are never met. */
const answerObjects: AnswerObjects = ({ operation, nodes }, type) => {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  let selection: Selection | undefined;
  return (value, execution, path) => {
    selection ??= compileSelection(operation, type, selectionSets);
    return answerFields(selection, value, execution, path);
  };
};

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
