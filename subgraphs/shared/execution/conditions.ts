import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type ValueNode,
  visit,
} from "graphql";

/** Values of the variables that decide over `@skip` and `@include`. */
export type Conditions = Readonly<Record<string, unknown>>;

/** The `@skip` and `@include` among a selection's directives: it is left out unless each value is the one wanted. */
export const conditionsOn = (
  directives: readonly DirectiveNode[] = [],
): readonly { readonly value: ValueNode; readonly wanted: boolean }[] =>
  directives.flatMap(({ name, arguments: [given] = [] }) =>
    given && (name.value === "skip" || name.value === "include")
      ? [{ value: given.value, wanted: name.value === "include" }]
      : [],
  );

/** The variables that decide over `@skip` and `@include` anywhere in a document, in the order of first mention. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      for (const { value } of conditionsOn([directive])) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
    },
  });
  return [...names];
}

/** Throws what graphql-js says of a condition that is null. */
export function isIncluded(selection: SelectionNode, conditions: Conditions): boolean {
  if (!selection.directives || selection.directives.length === 0) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, conditions)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, conditions)?.if !== false
  );
}
