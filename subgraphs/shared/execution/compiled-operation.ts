import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
} from "graphql";
import { conditionVariables } from "./conditions.ts";
import { FieldErrors } from "./field-errors.ts";
import { type Fragments, fragmentsOf } from "./fragments.ts";
import type { Execution } from "./place.ts";
import { answerFields, answerSerially, compileSelection, type Selection } from "./selection.ts";

/** What a request brings to an operation. */
export interface OperationRequest {
  readonly rootValue?: unknown;
  readonly context: unknown;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

type Answer = ExecutionResult | Promise<ExecutionResult>;

/** More combinations of `@skip` and `@include` than this in one document are forgotten again. */
const maximumVariants = 64;

/**
 * An operation made ready to be answered many times: which fields of which type are asked, how each is read, completed
 * and reported is found out once instead of for every object. The answers, errors included, are those of graphql-js.
 */
export class CompiledOperation {
  readonly #schema: GraphQLSchema;
  readonly #definition: OperationDefinitionNode;
  readonly #fragments: Fragments;
  readonly #conditions: readonly string[];
  /** The variable that brings `_entities` its references. */
  readonly #references: string | undefined;
  readonly #variants = new Map<string, Selection>();

  /** Expects a valid document. Throws when it does not say which operation is meant. */
  constructor(schema: GraphQLSchema, document: DocumentNode, operationName?: string) {
    this.#schema = schema;
    this.#definition = operationOf(document, operationName);
    this.#fragments = fragmentsOf(document);
    this.#conditions = conditionVariables(document);
    this.#references = this.#definition.variableDefinitions?.find(
      ({ type }) => print(type) === "[_Any!]!",
    )?.variable.name.value;
  }

  execute({ rootValue, context, variables: given = {} }: OperationRequest): Answer {
    const { operation } = this.#definition;
    const { coerced, errors } = this.#coerce(given);
    if (errors) return { errors };

    const execution: Execution = {
      rootValue,
      context,
      variables: coerced,
      errors: new FieldErrors(),
      args: new Map(),
    };
    const done = (data: Record<string, unknown> | null): ExecutionResult =>
      execution.errors.list.length > 0 ? { errors: execution.errors.list, data } : { data };
    const failed = (error: unknown): ExecutionResult => {
      execution.errors.add(error as GraphQLError, undefined);
      return done(null);
    };
    try {
      const selection = this.#selectionFor(coerced);
      const data =
        operation === "mutation"
          ? answerSerially(selection, rootValue, execution)
          : answerFields(selection, rootValue, execution, undefined);
      return data instanceof Promise ? data.then(done, failed) : done(data);
    } catch (error) {
      return failed(error);
    }
  }

  #coerce(given: Readonly<Record<string, unknown>>): ReturnType<typeof getVariableValues> {
    const { variableDefinitions = [] } = this.#definition;
    const references = this.#references;
    const asGiven = references !== undefined && areReferences(given[references]);
    const values = getVariableValues(
      this.#schema,
      asGiven
        ? variableDefinitions.filter(({ variable }) => variable.name.value !== references)
        : variableDefinitions,
      given,
      { maxErrors: 50 },
    );
    if (asGiven && values.coerced) values.coerced[references] = given[references];
    return values;
  }

  #selectionFor(variables: Record<string, unknown>): Selection {
    const conditions: Record<string, unknown> = {};
    for (const name of this.#conditions) if (name in variables) conditions[name] = variables[name];
    const variant = JSON.stringify(conditions);
    const known = this.#variants.get(variant);
    if (known) return known;
    const [schema, definition, fragments] = [this.#schema, this.#definition, this.#fragments];
    const type = schema.getRootType(definition.operation);
    if (!type)
      throw new GraphQLError(`Schema is not configured to execute ${definition.operation} operation.`);
    const toldFragments = Object.fromEntries(fragments);
    const operation = { schema, definition, fragments, toldFragments, conditions };
    const selection = compileSelection(operation, type, [definition.selectionSet]);
    if (this.#variants.size >= maximumVariants) this.#variants.clear();
    this.#variants.set(variant, selection);
    return selection;
  }
}

function operationOf({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (name === undefined && operations.length > 1) {
    throw new GraphQLError("Must provide operation name if query contains multiple operations.");
  }
  const named = operations.find((each) => name === undefined || each.name?.value === name);
  if (named) return named;
  throw new GraphQLError(
    name === undefined ? "Must provide an operation." : `Unknown operation named "${name}".`,
  );
}

/** Anything but null is a reference, and none is converted: to look at each of a thousand as a value is a waste. */
const areReferences = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.every((each) => each !== null && each !== undefined);
