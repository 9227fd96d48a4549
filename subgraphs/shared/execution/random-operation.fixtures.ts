import fc, { type GeneratorValue } from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** A literal for an argument, or undefined where the field is better left out. */
export type Literal = (argument: GraphQLArgument, coordinate: string) => string | undefined;

/** The conditions every generated operation declares. */
export const conditions = "$yes: Boolean! = true, $no: Boolean! = false, $maybe: Boolean!";

/** Selection sets over any schema: aliases, fragments with and without names, conditions, repeated fields. */
export class OperationGenerator {
  readonly #fragments: string[] = [];
  #names = 0;
  readonly #schema: GraphQLSchema;
  readonly #draw: GeneratorValue;
  readonly #literal: Literal;

  constructor(schema: GraphQLSchema, draw: GeneratorValue, literal: Literal) {
    this.#schema = schema;
    this.#draw = draw;
    this.#literal = literal;
  }

  /** A query of so many levels. */
  query(levels: number): string {
    const root = this.#schema.getQueryType() as GraphQLObjectType;
    const selection = this.selection(root, levels);
    return [`query (${conditions}) ${selection}`, ...this.#fragments].join("\n");
  }

  fragments(): readonly string[] {
    return this.#fragments;
  }

  selection(type: GraphQLNamedType, levels: number): string {
    const count = this.#upTo(3) + 1;
    const parts = Array.from({ length: count }, () => this.#part(type, levels));
    return `{ ${parts.filter(Boolean).join(" ") || "__typename"} }`;
  }

  #part(type: GraphQLNamedType, levels: number): string {
    const kind = this.#upTo(11);
    if (kind === 0) return `__typename${this.#condition()}`;
    if (levels > 0 && kind === 1) return `...${this.#condition()} ${this.selection(type, levels - 1)}`;
    if (levels > 0 && kind === 2) return this.#spread(type, levels - 1);
    if (isAbstractType(type) && (kind < 8 || !isInterfaceType(type))) {
      const [one] = this.#pick(this.#schema.getPossibleTypes(type));
      return one ? `... on ${one.name}${this.#condition()} ${this.selection(one, levels)}` : "";
    }
    return isObjectType(type) || isInterfaceType(type) ? this.#field(type, levels) : "";
  }

  #spread(type: GraphQLNamedType, levels: number): string {
    const name = `F${this.#names++}`;
    const selection = this.selection(type, levels);
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `...${name}${this.#condition()} ...${name}${this.#condition()}`;
  }

  #field(type: GraphQLNamedType, levels: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return "";
    const fields = Object.values(type.getFields()).filter(
      (field) => !field.name.startsWith("_") && (levels > 0 || !isCompositeType(getNamedType(field.type))),
    );
    const [field] = this.#pick(fields);
    if (!field) return "";
    const given: string[] = [];
    for (const argument of field.args) {
      if (!isRequiredArgument(argument) && this.#upTo(2) > 0) continue;
      const literal = this.#literal(argument, `${type.name}.${field.name}.${argument.name}`);
      if (literal !== undefined) given.push(`${argument.name}: ${literal}`);
      else if (isRequiredArgument(argument)) return "";
    }
    const named = getNamedType(field.type);
    const alias = given.length > 0 || this.#upTo(4) === 0 ? `a${this.#names++}: ` : "";
    const below = isCompositeType(named) ? ` ${this.selection(named, levels - 1)}` : "";
    const args = given.length > 0 ? `(${given.join(", ")})` : "";
    return `${alias}${field.name}${args}${this.#condition()}${below}`;
  }

  #condition(): string {
    const [directive] = this.#pick(["skip", "include"]);
    const [value] = this.#pick(["$yes", "$no", "$maybe", "true", "false"]);
    return this.#upTo(8) === 0 ? ` @${directive}(if: ${value})` : "";
  }

  #upTo(maximum: number): number {
    return this.#draw(fc.nat, maximum);
  }

  #pick<Item>(items: readonly Item[]): [] | [Item] {
    const item = items[this.#upTo(Math.max(items.length - 1, 0))];
    return item === undefined ? [] : [item];
  }
}
