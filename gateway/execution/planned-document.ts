import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { conditionsOn } from "../../subgraphs/shared/execution/conditions.ts";
import type { OwnNames } from "./own-names.ts";

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

export interface PlannedDocument {
  readonly document: DocumentNode;
  /** The client's names by those that stand for them, where they differ. */
  readonly clientNames: ReadonlyMap<string, string>;
}

/**
 * A client's document as it is given to the planner. What it asks is the same; what the planner would trip over is put
 * otherwise: names that may meet others, selections that may come to nothing, literal conditions, introspection. The
 * answer is written from what the client sent.
 */
export function plannedDocument(
  document: DocumentNode,
  schema: GraphQLSchema,
  ownNames: OwnNames,
): PlannedDocument {
  const clientNames = new Map<string, string>();
  const types = new TypeInfo(schema);
  const leaveOut = ({ directives }: { readonly directives?: readonly DirectiveNode[] }): null | undefined =>
    isNeverMet(directives) ? null : undefined;
  const edit: ASTVisitor = {
    InlineFragment: leaveOut,
    FragmentSpread: leaveOut,
    Field(node) {
      const { name, alias } = node;
      if (name.value === "__schema" || name.value === "__type") return null;
      if (isNeverMet(node.directives)) return null;
      const type = types.getParentType();
      if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
      const responseName = (alias ?? name).value;
      const own = ownNames.of(type, node);
      if (own === responseName) return undefined;
      clientNames.set(own, responseName);
      return { ...node, alias: { kind: Kind.NAME, value: own } };
    },
    SelectionSet: {
      // A selection that may come to nothing still tells whether there is an object.
      leave: (node) => (node.selections.every(mayBeLeftOut) ? withTypename(node) : undefined),
    },
  };
  return { document: visit(document, visitWithTypeInfo(types, edit)), clientNames };
}

const mayBeLeftOut = (selection: SelectionNode): boolean =>
  selection.kind !== Kind.FIELD || (selection.directives ?? []).length > 0;

const withTypename = <Node extends { readonly selections: readonly SelectionNode[] }>(node: Node): Node => ({
  ...node,
  selections: [...node.selections, typename],
});

/** `@skip(if: true)` or `@include(if: false)`. */
const isNeverMet = (directives: readonly DirectiveNode[] | undefined): boolean =>
  conditionsOn(directives).some(({ value, wanted }) => value.kind === Kind.BOOLEAN && value.value !== wanted);
