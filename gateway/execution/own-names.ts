import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, visit, visitWithTypeInfo } from "graphql";

const prefix = "_own_";

/**
 * A field that a subgraph requires of another with its own arguments, and that the client asks with others, would meet
 * itself under one response name, and one of the two would be given the other's value. So what the client asks of such
 * fields is fetched under names of its own.
 */
export class OwnNames {
  readonly #coordinates: ReadonlySet<string>;

  /** @param coordinates `Type.field` of fields required with arguments */
  constructor(coordinates: ReadonlySet<string>) {
    this.#coordinates = coordinates;
  }

  /** The response name under which a field of the client's is fetched. */
  of(type: string, field: string, responseName: string): string {
    return this.#coordinates.has(`${type}.${field}`) ? prefix + responseName : responseName;
  }

  /** The document as it is planned, and the client's names by those that stand for them. */
  applied(
    document: DocumentNode,
    schema: GraphQLSchema,
  ): { readonly document: DocumentNode; readonly clientNames: ReadonlyMap<string, string> } {
    const clientNames = new Map<string, string>();
    if (this.#coordinates.size === 0) return { document, clientNames };
    const types = new TypeInfo(schema);
    const planned: DocumentNode = visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node) => {
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
