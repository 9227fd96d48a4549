import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  validate,
  visit,
} from "graphql";
import type { GeneratedOperation } from "./operation.ts";

type Holds = (operation: GeneratedOperation) => Promise<boolean>;

/** The smallest operation found for which it still holds, taking one thing away at a time. */
export async function shrink(
  operation: GeneratedOperation,
  schema: GraphQLSchema,
  holds: Holds,
): Promise<GeneratedOperation> {
  let smallest = operation;
  for (;;) {
    const smaller = await firstThat(candidates(smallest, schema), holds);
    if (!smaller) return smallest;
    smallest = smaller;
  }
}

async function firstThat(candidates: Iterable<GeneratedOperation>, holds: Holds) {
  for (const candidate of candidates) if (await holds(candidate)) return candidate;
  return undefined;
}

/** Every valid operation with one thing less, the larger things first. */
function* candidates(operation: GeneratedOperation, schema: GraphQLSchema): Iterable<GeneratedOperation> {
  const document = parse(operation.query, { noLocation: true });
  for (const smaller of [...withoutOtherOperations(document, operation), ...cuts(document)]) {
    const tidy = withoutUnused(smaller);
    if (tidy && validate(schema, tidy).length === 0) yield rendered(tidy, operation);
  }
}

function rendered(
  document: DocumentNode,
  { variables, operationName }: GeneratedOperation,
): GeneratedOperation {
  const declared = new Set<string>();
  visit(document, { VariableDefinition: ({ variable }) => void declared.add(variable.name.value) });
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
  );
  return {
    query: print(document),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
    ...(operationName && names.includes(operationName) ? { operationName } : {}),
  };
}

function withoutOtherOperations(
  document: DocumentNode,
  { operationName }: GeneratedOperation,
): DocumentNode[] {
  const definitions = document.definitions.filter(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || !operationName || each.name?.value === operationName,
  );
  return definitions.length < document.definitions.length ? [{ ...document, definitions }] : [];
}

/** One cut per place of the document, by the order in which it is read. */
function* cuts(document: DocumentNode): Iterable<DocumentNode> {
  for (const change of [
    withoutSelection,
    unwrapped,
    spreadInline,
    withoutDirective,
    withoutAlias,
    withoutArgument,
  ]) {
    for (let place = 0; ; place++) {
      const result = change(document, place);
      if (!result) break;
      if (result !== document) yield result;
    }
  }
}

type Change = (document: DocumentNode, place: number) => DocumentNode | undefined;

/** Counts the nodes for which there is a replacement and replaces the one whose turn it is. */
function changing(replace: (node: ASTNode) => ASTNode | null | undefined): Change {
  return (document, place) => {
    let seen = -1;
    const changed = visit(document, {
      enter(node) {
        const replacement = replace(node);
        if (replacement === undefined) return undefined;
        seen += 1;
        return seen === place ? replacement : undefined;
      },
    });
    return seen >= place ? changed : undefined;
  };
}

function changingSelections(
  replace: (selection: SelectionNode, set: SelectionSetNode) => readonly SelectionNode[] | undefined,
): Change {
  return (document, place) => {
    let seen = -1;
    const changed = visit(document, {
      SelectionSet(set) {
        let selections: readonly SelectionNode[] = set.selections;
        for (const [at, selection] of set.selections.entries()) {
          const replacement = replace(selection, set);
          if (!replacement) continue;
          seen += 1;
          if (seen === place) {
            selections = [...set.selections.slice(0, at), ...replacement, ...set.selections.slice(at + 1)];
          }
        }
        return selections === set.selections ? undefined : { ...set, selections };
      },
    });
    return seen >= place ? changed : undefined;
  };
}

const withoutSelection = changingSelections((_, set) => (set.selections.length > 1 ? [] : undefined));

const unwrapped = changingSelections((selection) =>
  selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections : undefined,
);

const spreadInline: Change = (document, place) => {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return changingSelections((selection) => {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD && fragments.get(selection.name.value);
    if (!fragment) return undefined;
    const { typeCondition, selectionSet } = fragment;
    const { directives = [] } = selection;
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet }];
  })(document, place);
};

const withoutDirective = changing((node) => (node.kind === Kind.DIRECTIVE ? null : undefined));

const withoutAlias = changing((node) =>
  node.kind === Kind.FIELD && node.alias ? { ...node, alias: undefined } : undefined,
);

const withoutArgument = changing((node) => (node.kind === Kind.ARGUMENT ? null : undefined));

/** Fragments and variables that nothing uses any more go too: the document would not be valid with them. */
function withoutUnused(document: DocumentNode): DocumentNode | undefined {
  const spread = new Set<string>();
  const used = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const definitions = document.definitions.filter(
    (each) => each.kind !== Kind.FRAGMENT_DEFINITION || spread.has(each.name.value),
  );
  if (definitions.length < document.definitions.length) return withoutUnused({ ...document, definitions });
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
