import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

type Given = GraphQLArgument | GraphQLInputField;

/** A value that fits where it is given, so that what is asked is judged by more than its form. */
export type FittingValue = (type: GraphQLNamedType, coordinate: string) => unknown;

/** One question in which a single value is odd. */
export interface OddQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is odd about it, for who reads that it failed. */
  readonly told: string;
}

const texts = [
  "",
  " ",
  "\ud800",
  "字".repeat(20_000),
  "'; DROP TABLE ticket; --",
  "%_\\",
  "430105-00000000-99999999999999999999",
  "\u202e\ufeff𠮷\u0301",
  "1e999",
  "toString",
];
const cursor = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString("base64url");
const cursors = [
  "",
  "x",
  cursor(),
  cursor(null, null),
  cursor("ticket:newest", {}),
  cursor("ticket:search", "2026-06-30T00:00:00Z", 1e20, "2026-06-30T00:00:00Z", "x"),
  cursor("ticket:search", "+275760-09-13T00:00:00.000Z", 1, "2026-06-30T00:00:00Z", "\0"),
];
const odd: Readonly<Record<string, readonly unknown[]>> = {
  String: texts,
  ID: texts,
  Int: [0, -1, 2_147_483_647, -2_147_483_648],
  Float: [0, -1, 1e308, -1e308, 5e-324],
  DateTimeISO: [
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "+275760-09-13T00:00:00.000Z",
    "-271821-04-20T00:00:00Z",
  ],
  LocalDate: ["0001-01-01", "9999-12-31", "0000-01-01"],
  DivisionCode: ["11", "999999999999"],
  GridCode: ["999999999999999"],
};

/**
 * Asks every field of queries and mutations with an odd value in every place for one, one at a time: each place with one
 * of those of its type, in turn.
 */
export function* oddQuestions(schema: GraphQLSchema, fitting: FittingValue): Generator<OddQuestion> {
  let turn = 0;
  for (const [kind, root] of [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (field.name.startsWith("_")) continue;
      for (const [path, values] of places(field.args, field.name, [])) {
        if (values.length === 0) continue;
        yield question(kind, field, path, values[turn % values.length], fitting);
        turn += 1;
      }
    }
  }
}

/** Every place below these, with what is odd there. */
function* places(
  given: readonly Given[],
  at: string,
  path: readonly string[],
): Generator<[path: readonly string[], values: readonly unknown[]]> {
  for (const { name, type } of given) {
    const here = [...path, name];
    const named = getNamedType(type);
    const isList = isListType(getNullableType(type));
    if (isInputObjectType(named)) {
      if (here.length < 4) yield* places(Object.values(named.getFields()), at, here);
      if (isList) yield [here, [[]]];
      continue;
    }
    const values = name === "after" ? cursors : (odd[named.name] ?? []);
    yield [here, isList ? [[], ...values.map((value) => [value]), values] : values];
  }
}

function question(
  kind: string,
  field: GraphQLField<unknown, unknown>,
  path: readonly string[],
  value: unknown,
  fitting: FittingValue,
): OddQuestion {
  const { name, args } = field;
  const asked = args.filter((each) => isRequiredArgument(each) || each.name === path[0]);
  const declared = asked.map((each) => `$${each.name}: ${each.type}`).join(", ");
  const passed = asked.map((each) => `${each.name}: $${each.name}`).join(", ");
  const variables = Object.fromEntries(
    asked.map((each) => [each.name, valueAt(each, name, [each.name], { path, value, fitting })]),
  );
  const shown = JSON.stringify(value)?.slice(0, 60);
  return {
    query: `${kind} (${declared}) { ${name}(${passed}) ${selection(getNamedType(field.type), 2)} }`,
    variables,
    told: `${name}(${path.join(".")}: ${shown})`,
  };
}

interface Odd {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly fitting: FittingValue;
}

function valueAt({ type }: Given, field: string, at: readonly string[], oddity: Odd): unknown {
  const { path, value, fitting } = oddity;
  if (at.length === path.length && at.every((name, index) => name === path[index])) return value;
  const named = getNamedType(type);
  const listed = (one: unknown): unknown =>
    isListType(getNullableType(type as GraphQLInputType)) ? [one] : one;
  if (!isInputObjectType(named)) {
    const fit = isEnumType(named) ? named.getValues()[0]?.name : fitting(named, [field, ...at].join("."));
    return listed(fit);
  }
  const leads = (name: string): boolean =>
    at.every((each, index) => each === path[index]) && path[at.length] === name;
  const fields = Object.values(named.getFields()).filter(
    (each) => isRequiredInputField(each) || leads(each.name),
  );
  return listed(
    Object.fromEntries(fields.map((each) => [each.name, valueAt(each, field, [...at, each.name], oddity)])),
  );
}

function selection(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument) || field.name.startsWith("_")) return [];
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    const goesOn = depth > 0 && /(Connection|Edge|PageInfo)$/.test(type.name + below.name);
    return goesOn ? [`${field.name} ${selection(below, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(" ")} }`;
}
