import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import type { RowOracle } from "./row-oracle.ts";

/** A literal for an argument that must be given, or undefined where the field cannot be asked. */
export type Literal = (given: GraphQLArgument | GraphQLInputField, coordinate: string) => string | undefined;

/** Asks of a subgraph everything that leads to rows that are not for everybody, so and so many objects deep. */
export class EverythingAsked {
  readonly #schema: GraphQLSchema;
  readonly #oracles: ReadonlyMap<string, RowOracle>;
  readonly #literal: Literal;

  constructor(schema: GraphQLSchema, oracles: readonly RowOracle[], literal: Literal) {
    this.#schema = schema;
    this.#oracles = new Map(oracles.map((oracle) => [oracle.type, oracle]));
    this.#literal = literal;
  }

  /** Every query that leads there. */
  query(depth: number): string {
    const root = this.#schema.getQueryType() as GraphQLObjectType;
    return `{ __typename ${this.#fields(root, depth).join(" ")} }`;
  }

  /** What leads there from an entity. */
  entities(name: string, depth: number): string {
    const asked = `... on ${name} ${this.#selection(this.#type(name), depth)}`;
    return `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${asked} } }`;
  }

  #type(name: string): GraphQLObjectType {
    const type = this.#schema.getType(name);
    if (!isObjectType(type)) throw new Error(`there is no type ${name} any more`);
    return type;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const oracle = this.#oracles.get(type.name);
    const personal = Object.keys(oracle?.personal ?? {}).map((path) => {
      const [field = "", below] = path.split(".");
      return below ? `${field} { __typename ${below} }` : field;
    });
    const own = oracle ? [oracle.selection, ...personal] : [];
    return `{ __typename ${[...own, ...this.#fields(type, depth)].join(" ")} }`;
  }

  #fields(type: GraphQLObjectType, depth: number): string[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const { name } = field;
      const to = getNamedType(field.type);
      if (name.startsWith("_") || !isObjectType(to)) return [];
      // What lists are made of is no step of its own.
      const deeper = /(Connection|Edge)$/.test(to.name) ? depth : depth - 1;
      if (!this.#leadsThere(to, deeper, new Set())) return [];
      const given = this.#given(field, `${type.name}.${name}`);
      return given === undefined ? [] : [`${name}${given} ${this.#selection(to, deeper)}`];
    });
  }

  #leadsThere(type: GraphQLObjectType, depth: number, seen: ReadonlySet<string>): boolean {
    if (depth < 0) return false;
    if (this.#oracles.has(type.name)) return true;
    if (seen.has(type.name)) return false;
    return Object.values(type.getFields()).some((field) => {
      const to = getNamedType(field.type);
      if (!isObjectType(to)) return false;
      const deeper = /(Connection|Edge)$/.test(to.name) ? depth : depth - 1;
      return this.#leadsThere(to, deeper, new Set([...seen, type.name]));
    });
  }

  #given(field: GraphQLField<unknown, unknown>, coordinate: string): string | undefined {
    const given: string[] = [];
    for (const argument of field.args) {
      if (argument.name === "first") given.push("first: 20");
      const mayBeLeftOut = !isRequiredArgument(argument) && argument.name !== "number";
      if (argument.name === "first" || mayBeLeftOut) continue;
      const literal = this.#literalOf(argument, `${coordinate}.${argument.name}`);
      if (literal === undefined) return undefined;
      given.push(`${argument.name}: ${literal}`);
    }
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  #literalOf(given: GraphQLArgument | GraphQLInputField, coordinate: string): string | undefined {
    const type = getNullableType(given.type);
    if (!isInputObjectType(type)) return this.#literal(given, coordinate);
    const fields: string[] = [];
    for (const field of Object.values(type.getFields())) {
      if (!isRequiredInputField(field)) continue;
      const literal = this.#literalOf(field, `${coordinate}.${field.name}`);
      if (literal === undefined) return undefined;
      fields.push(`${field.name}: ${literal}`);
    }
    return `{ ${fields.join(", ")} }`;
  }
}

/** Every object of the oracles' types in an answer, wherever it stands. */
export function* objectsIn(
  answer: unknown,
  types: ReadonlySet<string>,
): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(answer)) {
    for (const item of answer) yield* objectsIn(item, types);
    return;
  }
  if (typeof answer !== "object" || answer === null) return;
  const object = answer as Readonly<Record<string, unknown>>;
  if (types.has(String(object.__typename))) yield object;
  for (const value of Object.values(object)) yield* objectsIn(value, types);
}
