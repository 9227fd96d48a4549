import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";

/** What fields are collected from: one document, and one answer to each of its `@skip` and `@include`. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables that decide over `@skip` and `@include`. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** The nodes that ask for one field: several where fragments overlap. */
export type FieldNodes = [FieldNode, ...FieldNode[]];

/**
 * The fields of an object type that selection sets ask for, by response name, in order. The specification's
 * CollectFields, done once per document instead of once per object.
 */
export function collectFields(
  collecting: Collecting,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNodes> {
  const fields = new Map<string, FieldNodes>();
  const visited = new Set<string>();
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isIncluded(selection, collecting.conditions)) continue;
      if (selection.kind === Kind.FIELD) ask(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collectIfOf(selection);
      else spread(selection.name.value);
    }
  }

  function ask(node: FieldNode): void {
    const name = node.alias?.value ?? node.name.value;
    const nodes = fields.get(name);
    if (nodes) nodes.push(node);
    else fields.set(name, [node]);
  }

  /** What a fragment asks for is the same wherever it is spread: once is enough. */
  function spread(name: string): void {
    const fragment = collecting.fragments[name];
    if (!fragment || visited.has(name)) return;
    visited.add(name);
    collectIfOf(fragment);
  }

  function collectIfOf({ typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode): void {
    if (!typeCondition || appliesTo(type, typeCondition, collecting.schema)) collect(selectionSet);
  }
}

function isIncluded(node: SelectionNode, conditions: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, conditions)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.if !== false
  );
}

function appliesTo(type: GraphQLObjectType, node: NamedTypeNode, schema: GraphQLSchema): boolean {
  const condition = typeFromAST(schema, node);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
