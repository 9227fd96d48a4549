import { createHash } from "node:crypto";
import { type FieldNode, type GraphQLInterfaceType, type GraphQLObjectType, print } from "graphql";

const prefix = "_own_";

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
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
