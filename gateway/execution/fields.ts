import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from "graphql";

/** Decides `@skip` and `@include`; values of the variables they name. */
export type Conditions = Readonly<Record<string, unknown>>;

/**
 * Collects what selection sets ask of objects of one concrete type, as the specification has it: fields by response
 * name in the order of their first mention, those asked several times together.
 */
export type FieldCollector = (
  sets: readonly SelectionSetNode[],
  isOfType: (condition: string) => boolean,
) => ReadonlyMap<string, FieldNode[]>;

export function fieldCollector(document: DocumentNode, conditions: Conditions): FieldCollector {
  const fragments = fragmentsOf(document);
  return (sets, isOfType) => {
    const fields = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!isIncluded(selection.directives, conditions)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const known = fields.get(name);
          if (known) known.push(selection);
          else fields.set(name, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (!selection.typeCondition || isOfType(selection.typeCondition.name.value)) {
            collect(selection.selectionSet);
          }
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = fragments.get(selection.name.value);
          if (fragment && isOfType(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) collect(set);
    return fields;
  };
}

export const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );

function isIncluded(directives: readonly DirectiveNode[] | undefined, conditions: Conditions): boolean {
  for (const { name, arguments: args = [] } of directives ?? []) {
    const [condition] = args;
    if (!condition || (name.value !== "skip" && name.value !== "include")) continue;
    const { value } = condition;
    const holds =
      value.kind === Kind.BOOLEAN
        ? value.value
        : value.kind === Kind.VARIABLE && conditions[value.name.value] === true;
    if (holds === (name.value === "skip")) return false;
  }
  return true;
}

/** Names of the variables that decide what is asked at all. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args = [] }) {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
