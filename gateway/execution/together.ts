import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { openingOf, type Question } from "../transport/subgraph-connection.ts";
import { type Data, ownValue } from "./data.ts";
import { valueText } from "./json-text.ts";

/** An entity fetch as it may travel with others to its subgraph. */
export interface EntityPart {
  /** One operation that asks for `_entities(representations: $representations)` and nothing else. */
  readonly document: DocumentNode;
}

/** Makes one question of several, from the client's variables and each one's references as JSON. */
export type AskTogether = (variables: Data, references: readonly string[]) => Question;

/** The response name of each part's entities. */
export const aliasOf = (place: number): string => `_part${place}`;

/** More sets of parts than this are not kept: which fetches of an operation have something to ask differs. */
const maximumKept = 64;

/** The questions of one operation that are put together, made once for each set of fetches. */
export class QuestionsTogether {
  readonly #known: { readonly parts: readonly EntityPart[]; readonly ask: AskTogether }[] = [];

  of(parts: readonly EntityPart[]): AskTogether {
    const known = this.#known.find(
      (each) =>
        each.parts.length === parts.length && each.parts.every((part, place) => part === parts[place]),
    );
    if (known) return known.ask;
    const ask = compileTogether(parts);
    if (this.#known.length >= maximumKept) this.#known.length = 0;
    this.#known.push({ parts, ask });
    return ask;
  }
}

/** One operation of several, each with entities, references and a response name of its own. */
export function compileTogether(parts: readonly EntityPart[]): AskTogether {
  const operations = parts.map(operationIn);
  const clientVariables = new Map<string, VariableDefinitionNode>();
  for (const definition of operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions)) {
    const name = definition.variable.name.value;
    if (name !== "representations") clientVariables.set(name, definition);
  }
  let prefix = "representations";
  while ([...clientVariables.keys()].some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;

  const renamed = operations.map((operation, place) => withOwnNames(operation, `${prefix}${place}`, place));
  const [first] = operations;
  if (!first) throw new Error("nothing is to be asked together");
  const operation = stripIgnoredCharacters(
    print({
      ...first,
      variableDefinitions: [
        ...renamed.flatMap(({ variableDefinitions = [] }) =>
          variableDefinitions.filter(({ variable }) => !clientVariables.has(variable.name.value)),
        ),
        ...clientVariables.values(),
      ],
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: renamed.flatMap(({ selectionSet }) => selectionSet.selections),
      },
    }),
  );
  const opening = openingOf(operation);
  return (variables, references) => {
    let text = references.map((each, place) => `"${prefix}${place}":${each}`).join(",");
    for (const name of clientVariables.keys()) {
      const value = ownValue(variables, name);
      if (value !== undefined) text += `,${JSON.stringify(name)}:${valueText(value)}`;
    }
    return { kind: "query", operation, opening, variables: `{${text}}` };
  };
}

function operationIn({ document }: EntityPart): OperationDefinitionNode {
  const [operation, ...others] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) {
    throw new Error("a plan asks for entities otherwise than by one operation");
  }
  return operation;
}

const withOwnNames = (
  operation: OperationDefinitionNode,
  representations: string,
  place: number,
): OperationDefinitionNode =>
  visit(operation, {
    Variable(variable) {
      if (variable.name.value !== "representations") return undefined;
      return { ...variable, name: { kind: Kind.NAME, value: representations } };
    },
    Field(field) {
      if (field.name.value !== "_entities") return undefined;
      return { ...field, alias: { kind: Kind.NAME, value: aliasOf(place) } };
    },
  });
