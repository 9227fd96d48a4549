import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { type Conditions, fieldCollector } from "../execution/fields.ts";

/**
 * A mutation as it is to be carried out with these conditions: its root fields one after another, each once, as the
 * specification collects them. The planner does not join root fields that stand in fragments or under conditions apart
 * from each other: it would have one done twice, or before another that was written first.
 */
export function withMutationFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  root: GraphQLObjectType,
  conditions: Conditions,
): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } {
  const collect = fieldCollector(document, conditions);
  const fields = collect([operation.selectionSet], (type) => type === root.name);
  if (fields.size === 0) return { document, operation };
  const selections = [...fields.values()].flatMap(([first, ...others]): FieldNode[] => {
    if (!first) return [];
    const inner = [first, ...others].flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
    const { selectionSet, ...field } = { ...first, directives: [] };
    return [selectionSet ? { ...field, selectionSet: { ...selectionSet, selections: inner } } : field];
  });
  const serial = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  const others = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { document: { ...document, definitions: [serial, ...others] }, operation: serial };
}
