import { createHash } from "node:crypto";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

const prefix = "_own_";
const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

export interface OwnNamesSettings {
  /** `Type.field` of fields that some subgraph requires of another with arguments of its own. */
  readonly required: ReadonlySet<string>;
  /** Names of fields that keys and requirements are made of: plans ask for them beside the client's. */
  readonly needed: ReadonlySet<string>;
  /** Interfaces that some subgraph knows as one object: it is asked for fields of all its types in one place. */
  readonly interfaceObjects: ReadonlySet<string>;
}

/**
 * In a plan, what the client asks may meet something else under one response name: a key it has given as an alias to
 * another field, the same field required with other arguments, or asked with other arguments of another type of an
 * interface object. One of the two would be given the other's value; so such fields are fetched under names of our own.
 */
export class OwnNames {
  readonly #settings: OwnNamesSettings;

  constructor(settings: OwnNamesSettings) {
    this.#settings = settings;
  }

  /** The response name under which a field of the client's is fetched. */
  of(
    type: GraphQLObjectType | GraphQLInterfaceType,
    { name, alias, arguments: args = [] }: FieldNode,
  ): string {
    const { required, needed, interfaceObjects } = this.#settings;
    const responseName = (alias ?? name).value;
    const interfaces = [type, ...type.getInterfaces()];
    if (args.length > 0 && interfaces.some((each) => interfaceObjects.has(each.name))) {
      return `${prefix}${responseName}_${digestOf(args.map(print).sort().join())}`;
    }
    const isNeeded = alias !== undefined && alias.value !== name.value && needed.has(responseName);
    return isNeeded || required.has(`${type.name}.${name.value}`) ? prefix + responseName : responseName;
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
          const type = types.getParentType();
          if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
          const responseName = (node.alias ?? node.name).value;
          const own = this.of(type, node);
          if (own === responseName) return undefined;
          clientNames.set(own, responseName);
          return { ...node, alias: { kind: Kind.NAME, value: own } };
        },
      }),
    );
    return { document: planned, clientNames };
  }
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
