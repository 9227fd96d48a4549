import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from "graphql";
import type { Random } from "./random.ts";

export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/** A valid operation over the schema, its shape and every value in it decided by the source of chance. */
export function generateOperation(schema: GraphQLSchema, random: Random): GeneratedOperation {
  for (;;) {
    const operation = new OperationWriter(schema, random).write();
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
}

/** Values by field and argument that name rows there are, and now and then one that names nothing. */
const known: Readonly<Record<string, readonly string[]>> = {
  "division.code": ["d0", "d1", "d3", "d9"],
  "divisions.codes": ["d0", "d1", "d2", "d9"],
  "AreaInput.division": ["d0", "d1", "d2"],
  "place.id": ["p0", "p1", "p8", "p10", "p99"],
  "unit.code": ["u0", "u1", "u-gone"],
  "unit.registration": ["g1", "g2", "g9"],
  "units.codes": ["u0", "u1", "u1", "u4", "u-gone"],
  "officer.id": ["o0", "o1", "o2", "o-gone"],
  "ticket.number": ["t0", "t1", "t4", "t9"],
  "tickets.numbers": ["t0", "t1", "t1", "t5", "t9"],
  "close.number": ["t0", "t1", "t4", "t9"],
  "whistle.ticket": ["t0", "t1", "t2", "t3", "t4", "t5"],
  "blow.ticket": ["t0", "t1", "t2", "t3", "t9"],
  "blow.units": ["u0", "u1"],
  "grade.registration": ["g0", "g1", "g9"],
  "folder.label": ["f0", "f1", "f9"],
  "resident.id": ["r0", "r1", "r3", "r9"],
  "AttachmentFilter.kind": ["Photo", "Recording"],
};

/** Root fields that fail whole: rarely asked, or nothing else would be seen beside them. */
const rare = new Set(["audit", "audited"]);

/** Names for aliases: some mean nothing, some are those of fields that the planner adds for keys and requirements. */
const aliases = ["a", "b", "c", "one", "two"] as const;
const keyNames = [
  "id",
  "code",
  "number",
  "name",
  "size",
  "ticket",
  "serial",
  "state",
  "registration",
] as const;

const strings = ["", "灯", "xx", "noise road", "en", 'a "quoted" \\ word', "two\nlines", "Photo"] as const;
const jsons: readonly unknown[] = [null, 1, "text", true, [1, [null]], { a: { b: [1, "2"] } }, {}, []];

interface Entry {
  readonly parent: GraphQLCompositeType;
  readonly field: string;
  readonly args: string;
  readonly shape: string;
  readonly scope: Scope;
}

/** The response names of one object of the answer, whichever fragments they come from. */
class Scope {
  readonly entries = new Map<string, Entry[]>();

  /** Whether the field may go by the name beside those that are there (GraphQL's rule of overlapping fields). */
  takes(name: string, { parent, field, args, shape }: Omit<Entry, "scope">): boolean {
    return (this.entries.get(name) ?? []).every((each) => {
      const apart = isObjectType(parent) && isObjectType(each.parent) && parent !== each.parent;
      return each.shape === shape && (apart || (each.field === field && each.args === args));
    });
  }

  /** What is selected below the name, by whichever field. */
  below(name: string): Scope {
    return this.entries.get(name)?.[0]?.scope ?? new Scope();
  }

  add(name: string, entry: Entry): void {
    this.entries.set(name, [...(this.entries.get(name) ?? []), entry]);
  }
}

/** What two fields of one response name must have in common: every wrapper, and the type of a leaf. */
function shapeOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isLeafType(named) ? String(type) : String(type).replace(named.name, "{}");
}

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly declaration: string;
}

class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #variables: Declared[] = [];
  readonly #values: Record<string, unknown> = {};
  readonly #fragments: { name: string; type: GraphQLCompositeType; text: string }[] = [];
  readonly #aliasing: number;
  readonly #conditions: number;
  #budget: number;
  #mayDeclare = true;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
    this.#budget = 4 + random.below(28);
    this.#aliasing = random.of([0, 0.1, 0.4]);
    this.#conditions = random.of([0, 0.1, 0.3]);
  }

  write(): GeneratedOperation {
    const random = this.#random;
    const isMutation = random.chance(0.08);
    const root = isMutation ? this.#schema.getMutationType() : this.#schema.getQueryType();
    if (!root) throw new Error("the schema has no such root");
    const body = this.#selections(root, new Scope(), 2 + random.below(5));
    const several = random.chance(0.1);
    const named = several || random.chance(0.3);
    const declared = this.#variables.map(({ declaration }) => declaration).join(", ");
    const head = `${isMutation ? "mutation" : "query"}${named ? " Main" : ""}${declared && `(${declared})`}`;
    const fragments = this.#fragments.map(
      ({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`,
    );
    const texts = [`${head} ${body}`, ...fragments];
    if (several) texts.splice(random.below(2), 0, this.#anotherOperation());
    return {
      query: texts.join("\n"),
      variables: this.#values,
      ...(several || (named && random.chance(0.3)) ? { operationName: "Main" } : {}),
    };
  }

  #anotherOperation(): string {
    this.#mayDeclare = false;
    this.#budget = 3;
    const query = this.#schema.getQueryType();
    if (!query) throw new Error("the schema has no queries");
    return `query Other ${this.#selections(query, new Scope(), 2, false)}`;
  }

  #selections(type: GraphQLCompositeType, scope: Scope, depth: number, mayName = true): string {
    const wanted = 1 + this.#random.below(type === this.#schema.getQueryType() ? 3 : 5);
    const written: string[] = [];
    for (let n = 0; n < wanted && (n === 0 || this.#budget > 0); n++) {
      const selection = this.#selection(type, scope, depth, mayName);
      if (selection) written.push(selection);
    }
    if (written.length === 0) written.push(this.#typename(scope));
    return `{ ${written.join(" ")} }`;
  }

  #selection(type: GraphQLCompositeType, scope: Scope, depth: number, mayName: boolean): string | undefined {
    const random = this.#random;
    const isRoot = type === this.#schema.getQueryType() || type === this.#schema.getMutationType();
    if (isRoot && type === this.#schema.getQueryType() && mayName && random.chance(0.02)) {
      return this.#introspection(scope);
    }
    if (random.chance(isRoot ? 0.02 : 0.1)) return this.#typename(scope);
    const fragment = isUnionType(type) ? 1 : isAbstractType(type) ? 0.5 : 0.12;
    if (depth > 0 && this.#budget > 0 && random.chance(fragment))
      return this.#fragment(type, scope, depth, mayName);
    return isUnionType(type) ? this.#typename(scope) : this.#field(type, scope, depth, mayName);
  }

  #typename(scope: Scope): string {
    const name = this.#random.chance(0.3) ? this.#random.of(aliases) : "__typename";
    const entry = { parent: this.#anyObject(), field: "__typename", args: "", shape: "String!" };
    // A parent of its own would make it apart from every other: it is not, whatever the type.
    const taken = scope.entries.get(name) ?? [];
    if (taken.some(({ field }) => field !== "__typename")) return "__typename";
    scope.add(name, { ...entry, scope: new Scope() });
    return `${name === "__typename" ? "" : `${name}: `}__typename${this.#directives()}`;
  }

  #anyObject(): GraphQLObjectType {
    const query = this.#schema.getQueryType();
    if (!query) throw new Error("the schema has no queries");
    return query;
  }

  #introspection(scope: Scope): string {
    const name = `schema${scope.entries.size}`;
    scope.add(name, {
      parent: this.#anyObject(),
      field: name,
      args: "",
      shape: "introspection",
      scope: new Scope(),
    });
    return this.#random.of([
      `${name}: __schema { queryType { name kind } mutationType { __typename name } subscriptionType { name } }`,
      `${name}: __type(name: "Place") { name kind k: kind ofType { name } }`,
      `${name}: __type(name: "Nothing") { name }`,
    ]);
  }

  #fragment(type: GraphQLCompositeType, scope: Scope, depth: number, mayName: boolean): string {
    const random = this.#random;
    const on = this.#overlapping(type);
    if (mayName && random.chance(0.25)) {
      const usable = this.#fragments.filter((each) => this.#overlap(each.type, type));
      if (usable.length > 0 && random.chance(0.4)) {
        return `...${random.of(usable).name}${this.#directives()}`;
      }
      // Known only once it is written: nothing inside it may spread it, or it would have no end.
      const text = this.#selections(on, scope, depth - 1);
      const name = `F${this.#fragments.length}`;
      this.#fragments.push({ name, type: on, text });
      return `...${name}${this.#directives()}`;
    }
    const condition = on === type && random.chance(0.5) ? "" : ` on ${on.name}`;
    const directives = this.#directives();
    return `...${condition}${directives} ${this.#selections(on, scope, depth - 1, mayName)}`;
  }

  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const all = Object.values(this.#schema.getTypeMap()).filter(
      (each): each is GraphQLCompositeType =>
        (isObjectType(each) || isAbstractType(each)) &&
        !each.name.startsWith("__") &&
        this.#overlap(each, type),
    );
    const concrete = all.filter(isObjectType);
    return this.#random.chance(0.7) ? this.#random.of(concrete) : this.#random.of(all);
  }

  #overlap(a: GraphQLCompositeType, b: GraphQLCompositeType): boolean {
    const possible = (type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
      isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return possible(a).some((each) => possible(b).includes(each));
  }

  #field(
    parent: Exclude<GraphQLCompositeType, { getTypes(): unknown }>,
    scope: Scope,
    depth: number,
    mayName: boolean,
  ): string | undefined {
    const random = this.#random;
    const again = random.chance(0.1) ? this.#again(parent, scope, depth, mayName) : undefined;
    if (again) return again;
    const all = Object.values(parent.getFields()).filter(
      ({ name }) => !rare.has(name) || random.chance(0.05),
    );
    const leaves = all.filter(({ type }) => isLeafType(getNamedType(type)));
    const choices = depth > 0 && this.#budget > 0 && random.chance(0.75) ? all : leaves;
    if (choices.length === 0) return this.#typename(scope);
    const field = random.of(choices);
    const args = this.#arguments(field);
    const entry = { parent, field: field.name, args, shape: shapeOf(field.type) };
    const names = [
      ...(random.chance(this.#aliasing) ? [random.of(random.chance(0.5) ? aliases : keyNames)] : []),
      field.name,
      `${field.name}${scope.entries.size}`,
    ];
    const name = names.find((each) => scope.takes(each, entry));
    if (!name) return undefined;
    this.#budget -= 1;
    const below = scope.below(name);
    scope.add(name, { ...entry, scope: below });
    return this.#written(name, { ...entry, scope: below }, field, depth, mayName);
  }

  /** The same field by the same name once more, with whatever else is to be selected of it. */
  #again(
    parent: Exclude<GraphQLCompositeType, { getTypes(): unknown }>,
    scope: Scope,
    depth: number,
    mayName: boolean,
  ): string | undefined {
    const there = [...scope.entries].flatMap(([name, entries]) =>
      entries.filter((entry) => entry.parent === parent).map((entry) => ({ name, entry })),
    );
    if (there.length === 0) return undefined;
    const { name, entry } = this.#random.of(there);
    const field = parent.getFields()[entry.field];
    if (!field || (depth === 0 && !isLeafType(getNamedType(field.type)))) return undefined;
    return this.#written(name, entry, field, depth, mayName);
  }

  #written(
    name: string,
    { args, scope }: Entry,
    { name: fieldName, type }: GraphQLField<unknown, unknown>,
    depth: number,
    mayName: boolean,
  ): string {
    const named = getNamedType(type);
    const head = `${name === fieldName ? "" : `${name}: `}${fieldName}${args}${this.#directives()}`;
    if (isLeafType(named)) return head;
    return `${head} ${this.#selections(named as GraphQLCompositeType, scope, Math.max(0, depth - 1), mayName)}`;
  }

  #directives(): string {
    const random = this.#random;
    if (!random.chance(this.#conditions)) return "";
    const names = random.chance(0.15) ? ["skip", "include"] : [random.of(["skip", "include"])];
    return names.map((name) => ` @${name}(if: ${this.#condition(name)})`).join("");
  }

  #condition(directive: string): string {
    const random = this.#random;
    const wanted = random.chance(0.6) === (directive === "include");
    if (!this.#mayDeclare || random.chance(0.2)) return String(wanted);
    // Never one that is an argument elsewhere: that may be given as null, which is no condition.
    const there = this.#variables.filter(({ name }) => name.startsWith("if"));
    if (there.length > 0 && random.chance(0.6)) return `$${random.of(there).name}`;
    const name = `if${this.#variables.length}`;
    const [type, fallback] = random.of([
      ["Boolean!", ""],
      ["Boolean!", ` = ${!wanted}`],
      ["Boolean", ` = ${wanted}`],
    ] as const);
    this.#variables.push({ name, type, declaration: `$${name}: ${type}${fallback}` });
    if (fallback === "" || random.chance(0.5)) this.#values[name] = wanted;
    return `$${name}`;
  }

  #arguments({ name: field, args }: GraphQLField<unknown, unknown>): string {
    const written = args.flatMap((argument) => {
      const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!isRequired && this.#random.chance(0.5)) return [];
      return [`${argument.name}: ${this.#argument(argument, field)}`];
    });
    return written.length > 0 ? `(${written.join(", ")})` : "";
  }

  #argument(
    { name, type, defaultValue }: Pick<GraphQLArgument, "name" | "type" | "defaultValue">,
    of: string,
  ): string {
    const random = this.#random;
    if (!this.#mayDeclare || random.chance(0.6)) return this.#literal(type, `${of}.${name}`);
    const spelled = String(type);
    const there = this.#variables.filter(({ type, name }) => type === spelled && !name.startsWith("if"));
    if (there.length > 0 && random.chance(0.3)) return `$${random.of(there).name}`;
    return this.#declare(type, `${of}.${name}`, defaultValue !== undefined);
  }

  /** A variable for the place: of its type, stricter, or looser where a default makes up for it. */
  #declare(type: GraphQLInputType, place: string, hasDefault: boolean): string {
    const random = this.#random;
    const name = `v${this.#variables.length}`;
    const nullable = String(getNullableType(type));
    const needed = isNonNullType(type) && !hasDefault;
    const spelled = needed || (!isNonNullType(type) && random.chance(0.2)) ? `${nullable}!` : String(type);
    const fallback = random.chance(0.35) ? this.#json(getNullableType(type), place) : undefined;
    const written = fallback === undefined ? "" : ` = ${this.#text(fallback, type)}`;
    this.#variables.push({ name, type: spelled, declaration: `$${name}: ${spelled}${written}` });
    const mayBeNull = !spelled.endsWith("!");
    const mayBeAbsent = mayBeNull || fallback !== undefined;
    if (!mayBeAbsent || random.chance(0.75)) {
      const isNull = mayBeNull && random.chance(0.1);
      this.#values[name] = isNull ? null : this.#json(getNullableType(type), place);
    }
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, place: string): string {
    const random = this.#random;
    if (isNonNullType(type)) return this.#literal(type.ofType, place);
    if (random.chance(0.04) && !place.endsWith("!")) return "null";
    if (isListType(type)) {
      if (random.chance(0.08))
        return this.#literal(type.ofType as GraphQLInputType, `${place}!`.replace("!!", "!"));
      const items = Array.from({ length: random.below(4) }, () => this.#item(type.ofType, place));
      return `[${items.join(", ")}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
        if (!isRequired && random.chance(0.6)) return [];
        return [`${field.name}: ${this.#argument(field, type.name)}`];
      });
      return `{ ${fields.join(", ")} }`;
    }
    return this.#text(this.#json(type, place), type);
  }

  #item(type: GraphQLInputType, place: string): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, `${place}!`);
    return this.#random.chance(0.15) ? "null" : this.#literal(type, place);
  }

  /** The value as GraphQL text. */
  #text(value: unknown, type: GraphQLInputType): string {
    const bare = getNullableType(type);
    if (value === null) return "null";
    if (Array.isArray(value)) {
      const item = isListType(bare) ? (bare.ofType as GraphQLInputType) : bare;
      return `[${value.map((each) => this.#text(each, item)).join(", ")}]`;
    }
    if (typeof value === "object") {
      const fields = isInputObjectType(bare) ? bare.getFields() : {};
      const entries = Object.entries(value).map(
        ([name, each]) => `${name}: ${this.#text(each, fields[name]?.type ?? bare)}`,
      );
      return `{ ${entries.join(", ")} }`;
    }
    if (isEnumType(getNamedType(bare))) return String(value);
    if (typeof value === "string" && value.includes("\n") && this.#random.chance(0.5))
      return `"""${value}"""`;
    return JSON.stringify(value);
  }

  /** A value for the type as JSON. */
  #json(type: GraphQLInputType, place: string): unknown {
    const random = this.#random;
    if (isNonNullType(type)) return this.#json(type.ofType, place);
    if (isListType(type)) {
      if (random.chance(0.08)) return this.#json(getNullableType(type.ofType as GraphQLInputType), place);
      return Array.from({ length: random.below(4) }, () =>
        !isNonNullType(type.ofType) && random.chance(0.15)
          ? null
          : this.#json(type.ofType as GraphQLInputType, place),
      );
    }
    if (isInputObjectType(type)) {
      return Object.fromEntries(
        Object.values(type.getFields()).flatMap((field) => {
          const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
          if (!isRequired && random.chance(0.7)) return [];
          if (!isNonNullType(field.type) && random.chance(0.1)) return [[field.name, null]];
          return [[field.name, this.#json(field.type, `${type.name}.${field.name}`)]];
        }),
      );
    }
    if (isEnumType(type)) return random.of(type.getValues()).name;
    switch (type.name) {
      case "Boolean":
        return random.chance(0.5);
      case "Int":
        return place.includes("years")
          ? 2023 + random.below(3)
          : random.below(random.of([3, 6])) - (random.chance(0.1) ? 1 : 0);
      case "Float":
        return random.of([0, 1, 2.5, 7, 19, 60]);
      case "ID":
      case "String":
        return random.of(known[place.replaceAll("!", "")] ?? strings);
      case "DateTime":
        return "2024-05-06T07:08:09.000Z";
      default:
        return random.of(jsons);
    }
  }
}
