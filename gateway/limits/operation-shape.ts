import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from "graphql";
import type { Fragments } from "../../subgraphs/shared/execution/fragments.ts";

/** How large an operation is once its fragments are written out. */
export interface OperationShape {
  /** Levels of fields below one another; introspection, which has a bound of its own in validation, aside. */
  readonly depth: number;
  readonly rootFields: number;
  /** Fields in all. */
  readonly fields: number;
  /** Top-level introspection fields asked for, by name. */
  readonly introspection: readonly string[];
  /** Selections that were looked at to find it. */
  readonly visited: number;
}

interface Extent {
  readonly depth: number;
  readonly width: number;
  readonly fields: number;
  readonly introspection: readonly string[];
}

const nothing: Extent = { depth: 0, width: 0, fields: 0, introspection: [] };

/** Measures an operation without writing its fragments out: each is measured once, however often it is spread. */
export function operationShape(operation: OperationDefinitionNode, fragments: Fragments): OperationShape {
  const known = new Map<string, Extent>();
  let visited = 0;

  const ofSet = ({ selections }: SelectionSetNode): Extent =>
    selections.map(ofSelection).reduce(
      (whole, part) => ({
        depth: Math.max(whole.depth, part.depth),
        width: whole.width + part.width,
        fields: whole.fields + part.fields,
        introspection: [...new Set([...whole.introspection, ...part.introspection])],
      }),
      nothing,
    );

  function ofSelection(selection: SelectionNode): Extent {
    visited += 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const name = selection.name.value;
    if (name === "__schema" || name === "__type") {
      return { depth: 1, width: 1, fields: 1, introspection: [name] };
    }
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
    return { ...below, depth: 1 + below.depth, width: 1, fields: 1 + below.fields };
  }

  function ofFragment(name: string): Extent {
    const fragment = fragments.get(name);
    const extent = known.get(name) ?? (fragment ? ofSet(fragment.selectionSet) : nothing);
    known.set(name, extent);
    return extent;
  }

  const { depth, width, fields, introspection } = ofSet(operation.selectionSet);
  return { depth, rootFields: width, fields, introspection, visited };
}
