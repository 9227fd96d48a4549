import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { type Conditions, isIncluded } from "./conditions.ts";
import type { Fragments } from "./fragments.ts";

/** What fields are collected from: one document, and one answer to each of its `@skip` and `@include`. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly conditions: Conditions;
}

/** The nodes that ask for one field: several where fragments overlap. */
export type FieldNodes = [FieldNode, ...FieldNode[]];

/**
 * The fields that selection sets ask of objects of one type, by response name, in order. The specification's
 * CollectFields, done once per document instead of once per object. Of an interface, only what is asked of all its
 * objects alike.
 */
export function collectFields(
  { schema, fragments, conditions }: Collecting,
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNodes> {
  const fields = new Map<string, FieldNodes>();
  const visited = new Set<string>();
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) ask(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collectIfOf(selection);
      else spread(selection.name.value);
    }
  }

  function ask(node: FieldNode): void {
    const name = (node.alias ?? node.name).value;
    const nodes = fields.get(name);
    if (nodes) nodes.push(node);
    else fields.set(name, [node]);
  }

  /** What a fragment asks for is the same wherever it is spread: once is enough. */
  function spread(name: string): void {
    const fragment = fragments.get(name);
    if (!fragment || visited.has(name)) return;
    visited.add(name);
    collectIfOf(fragment);
  }

  function collectIfOf({ typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode): void {
    if (!typeCondition || appliesTo(typeCondition.name.value)) collect(selectionSet);
  }

  function appliesTo(condition: string): boolean {
    const conditional = schema.getType(condition);
    return conditional === type || (isAbstractType(conditional) && schema.isSubType(conditional, type));
  }
}
