import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Caller } from "./caller.ts";
import type { Needed } from "./needed.ts";
import { lacking, type Requirements } from "./requirements.ts";

/** An operation cut down to what its caller may ask. */
export interface Authorised {
  /** Without the selections that were withheld. */
  readonly document: DocumentNode;
  /** What each field that was withheld lacks: the answer has a null and a reason in its place. */
  readonly withheld: ReadonlyMap<FieldNode, Lack>;
}

/** What is lacking to read a coordinate of the schema. */
export interface Lack extends Needed {
  /** `Type.field` */
  readonly coordinate: string;
}

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * Removes every selection the caller lacks something for, before planning: no subgraph is asked for it, and
 * nothing depends on the subgraphs to hide it. Fragments whose type is closed go whole.
 */
export function authorise(
  document: DocumentNode,
  schema: GraphQLSchema,
  requirements: Requirements,
  caller: Caller,
): Authorised {
  const types = new TypeInfo(schema);
  const withheld = new Map<FieldNode, Lack>();
  let cutFragment = false;
  const cut: ASTVisitor = {
    Field(node) {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      if (!parent || !field || field.name.startsWith("__")) return undefined;
      const requirement = requirements.ofField(parent.name, field.name, getNamedType(field.type).name);
      const needed = lacking(requirement, caller);
      if (!needed) return undefined;
      withheld.set(node, { coordinate: `${parent.name}.${field.name}`, ...needed });
      return null;
    },
    InlineFragment() {
      const type = types.getType();
      return type && isClosed(getNamedType(type).name) ? null : undefined;
    },
    FragmentDefinition: ({ typeCondition }) => (isClosed(typeCondition.name.value) ? null : undefined),
  };
  const isClosed = (type: string): boolean => {
    const closed = lacking(requirements.ofType(type), caller) !== undefined;
    cutFragment ||= closed;
    return closed;
  };
  const kept: DocumentNode = visit(document, visitWithTypeInfo(types, cut));
  const untouched = withheld.size === 0 && !cutFragment;
  return { document: untouched ? document : mended(kept), withheld };
}

/**
 * What removal left behind: spreads of removed fragments go too, and a selection set left empty asks for `__typename`,
 * because whether the object is there at all may still be told.
 */
function mended(document: DocumentNode): DocumentNode {
  const fragments = new Set(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each.name.value] : [])),
  );
  return visit(document, {
    FragmentSpread: ({ name }) => (fragments.has(name.value) ? undefined : null),
    SelectionSet: {
      leave: (node) => (node.selections.length === 0 ? { ...node, selections: [typename] } : undefined),
    },
  });
}

/** Whether the operation asks for anything that takes a grant of its owner. */
export function asksOthers(
  document: DocumentNode,
  schema: GraphQLSchema,
  requirements: Requirements,
): boolean {
  const types = new TypeInfo(schema);
  let asks = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const [parent, field] = [types.getParentType(), types.getFieldDef()];
        if (!parent || !field) return;
        asks ||=
          requirements.ofField(parent.name, field.name, getNamedType(field.type).name).grants.length > 0;
      },
      FragmentDefinition({ typeCondition }) {
        asks ||= requirements.ofType(typeCondition.name.value).grants.length > 0;
      },
      InlineFragment({ typeCondition }) {
        if (typeCondition) asks ||= requirements.ofType(typeCondition.name.value).grants.length > 0;
      },
    }),
  );
  return asks;
}
