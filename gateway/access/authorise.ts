import {
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { lacking, type Requirements } from "./requirements.ts";

/** An operation cut down to what its caller may ask. */
export interface Authorised {
  /** Without the selections that were withheld. */
  readonly document: DocumentNode;
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
  const kept: DocumentNode = visit(document, visitWithTypeInfo(types, cut));
  return withheld ? { document: mended(kept, schema), withheld } : { document, withheld };
}

/**
 * What removal left behind: spreads of removed fragments go too, and a selection set left empty asks for `__typename`,
 * because whether the object is there at all may still be told.
 */
function mended(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const fragments = new Set(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each.name.value] : [])),
  );
  const mendedDocument: DocumentNode = visit(document, {
    FragmentSpread: ({ name }) => (fragments.has(name.value) ? undefined : null),
    SelectionSet: {
      leave: (node) => (node.selections.length === 0 ? { ...node, selections: [typename] } : undefined),
    },
  });
  return withTypenames(mendedDocument, schema);
}

/** The answer is completed by type, so every abstract selection must tell which type it found. */
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
