import {
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { lacking, type Requirements } from "./requirements.ts";

/** An operation cut down to what its caller may ask. */
export interface Authorised {
  /** Without the selections that were withheld; undefined when nothing is left to ask the subgraphs. */
  readonly document: DocumentNode | undefined;
  /** Whether anything was withheld: then the answer must be completed with nulls and reasons. */
  readonly withheld: boolean;
}

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * Removes every selection the principal lacks something for, before planning: no subgraph is asked for it, and
 * nothing depends on the subgraphs to hide it. Fragments whose type is closed go whole.
 */
export function authorise(
  document: DocumentNode,
  schema: GraphQLSchema,
  requirements: Requirements,
  principal: Principal | null,
): Authorised {
  const types = new TypeInfo(schema);
  let withheld = false;
  const remove = (): null => {
    withheld = true;
    return null;
  };
  const cut: ASTVisitor = {
    Field() {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      if (!parent || !field || field.name.startsWith("__")) return undefined;
      const requirement = requirements.ofField(parent.name, field.name, getNamedType(field.type).name);
      return lacking(requirement, principal) ? remove() : undefined;
    },
    InlineFragment() {
      const type = types.getType();
      return type && lacking(requirements.ofType(getNamedType(type).name), principal) ? remove() : undefined;
    },
    FragmentDefinition({ typeCondition }) {
      return lacking(requirements.ofType(typeCondition.name.value), principal) ? remove() : undefined;
    },
  };
  const kept = visit(document, visitWithTypeInfo(types, cut));
  if (!withheld) return { document, withheld };
  return { document: withoutEmptySelections(kept, schema), withheld };
}

/**
 * What removal left behind: selection sets without selections, spreads of removed fragments. Each takes its owner with
 * it, until nothing is empty. Abstract selections get `__typename`, by which the answer is completed.
 */
function withoutEmptySelections(document: DocumentNode, schema: GraphQLSchema): DocumentNode | undefined {
  let current = document;
  for (;;) {
    const fragments = new Set(
      current.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [each.name.value] : [],
      ),
    );
    const next: DocumentNode = visit(current, {
      Field: { leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined) },
      InlineFragment: { leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined) },
      FragmentDefinition: { leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined) },
      FragmentSpread: ({ name }) => (fragments.has(name.value) ? undefined : null),
    });
    if (next === current) break;
    current = next;
  }
  const asked = current.definitions.every(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || !isEmpty(each.selectionSet),
  );
  return asked ? withTypenames(current, schema) : undefined;
}

const isEmpty = (selectionSet: SelectionSetNode | undefined): boolean =>
  selectionSet?.selections.length === 0;

function withTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: (node) => {
        const type = types.getParentType();
        return type && isAbstractType(type)
          ? { ...node, selections: [typename, ...node.selections] }
          : undefined;
      },
    }),
  );
}
