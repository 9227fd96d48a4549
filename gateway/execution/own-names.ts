import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

const prefix = "_own_";
const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * A field that a subgraph requires of another with its own arguments, and that the client asks with others, would meet
 * itself under one response name, and one of the two would be given the other's value. So what the client asks of such
 * fields is fetched under names of its own.
 */
export class OwnNames {
  readonly #coordinates: ReadonlySet<string>;
  readonly #needed: ReadonlySet<string>;

  /**
   * @param coordinates `Type.field` of fields required with arguments
   * @param needed names of fields that keys and requirements are made of: the plan asks for them beside the client's
   */
  constructor(coordinates: ReadonlySet<string>, needed: ReadonlySet<string>) {
    this.#coordinates = coordinates;
    this.#needed = needed;
  }

  /** The response name under which a field of the client's is fetched. */
  of(type: string, field: string, responseName: string): string {
    const isNeeded = responseName !== field && this.#needed.has(responseName);
    return isNeeded || this.#coordinates.has(`${type}.${field}`) ? prefix + responseName : responseName;
  }

  /** The document as it is planned, and the client's names by those that stand for them. */
  applied(
    document: DocumentNode,
    schema: GraphQLSchema,
  ): { readonly document: DocumentNode; readonly clientNames: ReadonlyMap<string, string> } {
    const clientNames = new Map<string, string>();
    const types = new TypeInfo(schema);
    const planned: DocumentNode = visit(
      document,
      visitWithTypeInfo(types, {
        SelectionSet: {
          leave: (node) =>
            node.selections.every((each) => each.kind !== Kind.FIELD || (each.directives ?? []).length > 0)
              ? { ...node, selections: [...node.selections, typename] }
              : undefined,
        },
        Field: (node) => {
          if (node.name.value === "__schema" || node.name.value === "__type") return null;
          const type = types.getParentType()?.name ?? "";
          const responseName = (node.alias ?? node.name).value;
          const own = this.of(type, node.name.value, responseName);
          if (own === responseName) return undefined;
          clientNames.set(own, responseName);
          return { ...node, alias: { kind: Kind.NAME, value: own } };
        },
      }),
    );
    return { document: planned, clientNames };
  }
}
