import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { collectFields } from "../../subgraphs/shared/execution/collect-fields.ts";
import type { Conditions } from "../../subgraphs/shared/execution/conditions.ts";
import { fragmentsOf } from "../../subgraphs/shared/execution/fragments.ts";

/**
 * A mutation as it is to be carried out with these conditions: its root fields one after another, each once, as the
 * specification collects them. The planner does not join root fields that stand in fragments or under conditions apart
 * from each other: it would have one done twice, or before another that was written first.
 */
export function withMutationFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  conditions: Conditions,
): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } {
  const root = schema.getMutationType();
  if (!root) throw new Error("the graph has no mutation");
  const fragments = fragmentsOf(document);
  const fields = collectFields({ schema, fragments, conditions }, root, [operation.selectionSet]);
  if (fields.size === 0) return { document, operation };
  const selections = [...fields.values()].map(([first, ...others]): FieldNode => {
    const inner = [first, ...others].flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
    const { selectionSet, ...field } = { ...first, directives: [] };
    return selectionSet ? { ...field, selectionSet: { ...selectionSet, selections: inner } } : field;
  });
  const serial = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return { document: { ...document, definitions: [serial, ...fragments.values()] }, operation: serial };
}
