import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from "graphql";

/**
 * The variables an event's answer depends on. Those that only the root field's own arguments use say which events are
 * followed, and from where: subscribers who differ in them alone get the same answer to the same event.
 */
export function variablesOfEvents(document: DocumentNode, operationName?: string): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, collect);
    if (definition.kind !== Kind.OPERATION_DEFINITION || !isMeant(definition, operationName)) continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind === Kind.FIELD) visit({ ...selection, arguments: [] }, collect);
      else visit(selection, collect);
    }
  }
  return names;
}

const isMeant = ({ name }: OperationDefinitionNode, operationName: string | undefined): boolean =>
  operationName === undefined || name?.value === operationName;
