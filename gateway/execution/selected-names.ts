import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";
import { fragmentsOf } from "../../subgraphs/shared/execution/fragments.ts";

/**
 * Response names a fetch fills in the objects it is for: those of its root fields or, of an entity fetch, those below
 * `_entities`, whatever the entity's type.
 */
export function selectedNames(document: DocumentNode): string[] {
  const fragments = fragmentsOf(document);
  const names = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === "_entities" && selection.selectionSet) collect(selection.selectionSet);
        else names.add((selection.alias ?? selection.name).value);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) collect(definition.selectionSet);
  }
  return [...names];
}
