import {
  buildSchema,
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isObjectType,
  isScalarType,
} from "graphql";

/**
 * A schema in which everything goes wrong somewhere: each field of each object gives, by its seed, a value, null,
 * nothing, an error as a value, a thrown one, a promise of any of these, a function or a getter that throws. Every
 * field is there twice, as a property and with a resolver.
 */

const leaves = ["String", "Int", "Float", "Boolean", "ID", "Mood", "Day", "Anything"];
const composites = ["Thing", "Being", "Either"];
const wrappings = [
  (type: string) => type,
  (type: string) => `${type}!`,
  (type: string) => `[${type}]`,
  (type: string) => `[${type}!]!`,
  (type: string) => `[[${type}!]]`,
];

interface Shape {
  readonly name: string;
  readonly type: string;
  readonly wrapping: number;
  readonly resolved: boolean;
}

const shapes: readonly Shape[] = [...leaves, ...composites].flatMap((type) =>
  wrappings.flatMap((_, wrapping) =>
    [false, true].map((resolved) => ({
      name: `${type.toLowerCase()}${wrapping}${resolved ? "Resolved" : ""}`,
      type,
      wrapping,
      resolved,
    })),
  ),
);

const fields = shapes.map(({ name, type, wrapping }) => `${name}: ${wrappings[wrapping]?.(type)}`).join("\n");

const sdl = `
  enum Mood { GOOD BAD }
  scalar Day
  scalar Anything
  input Options { text: String = "standard", moods: [Mood!], day: Day, within: Options }
  interface Being { ${fields} echo(text: String = "nothing", options: Options, count: Int!): String }
  type Thing implements Being { ${fields} echo(text: String = "nothing", options: Options, count: Int!): String }
  type Other implements Being { ${fields} echo(text: String = "nothing", options: Options, count: Int!): String }
  union Either = Thing | Other
  type Query { thing: Thing, thingHard: Thing!, being: Being, either: [Either] }
  type Mutation { first: Thing, second: Thing!, third: Thing }
`;

/** Spreads a seed over a range, the same every time. */
function hash(seed: number, text: string): number {
  let value = seed + 0x9e3779b9;
  for (const character of text)
    value = Math.imul(value ^ character.charCodeAt(0), 0x85ebca6b) ^ (value >>> 13);
  return value >>> 0;
}

export interface Faults {
  /** One in so many fields is not what it should be. */
  readonly oneIn: number;
  /** Whether anything is promised; errors come in the same order only if nothing is. */
  readonly promises: boolean;
}

export interface FaultySchema {
  readonly schema: GraphQLSchema;
  readonly root: object;
}

export function faultySchema({ oneIn, promises }: Faults): FaultySchema {
  const schema = buildSchema(sdl);

  function leaf(type: string, seed: number): unknown {
    if (type === "Int") return seed % 1000;
    if (type === "Float") return (seed % 1000) / 8;
    if (type === "Boolean") return seed % 2 === 0;
    if (type === "Mood") return seed % 2 === 0 ? 1 : 2;
    if (type === "Day") return new Date(seed);
    if (type === "Anything") return { within: seed, list: [seed] };
    return `text ${seed}`;
  }

  const value = (type: string, seed: number): unknown =>
    composites.includes(type) ? object(seed, seed % 3 === 0 ? "Other" : "Thing") : leaf(type, seed);

  function wrapped({ type, wrapping }: Shape, seed: number): unknown {
    const list = (length: number, item: (seed: number) => unknown) =>
      Array.from({ length }, (_, index) =>
        faulty(hash(seed, `item ${index}`), () => item(hash(seed, `${index}`))),
      );
    if (wrapping < 2) return value(type, seed);
    // Where an item takes its list along, graphql-js leaves the promises of the others behind unobserved.
    const longest = promises && wrapping > 2 ? 2 : 4;
    if (wrapping < 4) return list(seed % longest, (each) => value(type, each));
    return list(seed % 3, (each) => list(each % longest, (inner) => value(type, inner)));
  }

  function faulty(seed: number, make: () => unknown): unknown {
    const promised = (give: () => unknown): unknown =>
      promises && seed % 3 === 0 ? Promise.resolve().then(give) : give();
    if (seed % oneIn !== 0) return promised(make);
    const kind = Math.floor(seed / oneIn) % 6;
    if (kind === 0) return promised(() => null);
    if (kind === 1) return undefined;
    if (kind === 2) return new Error(`given ${seed}`);
    if (kind === 3) return new GraphQLError(`refused ${seed}`, { extensions: { code: "REFUSED" } });
    if (kind === 4) return promised(() => ({ neither: "a leaf nor a list" }));
    return promises
      ? promised(() => {
          throw new Error(`thrown ${seed}`);
        })
      : "text";
  }

  function object(seed: number, typeName: string): object {
    const made: Record<string, unknown> = { seed, typeName };
    for (const shape of shapes) {
      const own = hash(seed, shape.name);
      const give = () => faulty(own, () => wrapped(shape, own));
      if (shape.resolved) continue;
      const kind = own % 16;
      // Made when read, or objects would contain one another without end.
      Object.defineProperty(made, shape.name, {
        enumerable: false,
        get: () => {
          if (kind === 0 && own % oneIn === 0) throw new Error(`getter ${own}`);
          return kind === 1 ? give : give();
        },
      });
    }
    return made;
  }

  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type) && type.name === "Mood") {
      Object.assign(
        type,
        new (type.constructor as typeof import("graphql").GraphQLEnumType)({
          ...type.toConfig(),
          values: { GOOD: { value: 1 }, BAD: { value: 2 } },
        }),
      );
    }
    if (isScalarType(type) && type.name === "Day") {
      type.serialize = (day) => {
        if (day instanceof Date) return day.toISOString();
        throw new Error("not a day");
      };
      type.parseValue = (text) => {
        if (typeof text === "string" && /^\d{4}/.test(text)) return new Date(text);
        throw new GraphQLError("not a day", { extensions: { code: "BAD_DAY" } });
      };
    }
    if (!isObjectType(type) || !["Thing", "Other"].includes(type.name)) continue;
    type.isTypeOf = (source) => (source as { typeName?: string }).typeName === type.name;
    for (const shape of shapes) {
      const field = type.getFields()[shape.name];
      if (!field || !shape.resolved) continue;
      field.resolve = ({ seed }: { seed: number }) => {
        const own = hash(seed, shape.name);
        if (own % oneIn === 0 && own % 5 === 0) throw new Error(`resolver ${own}`);
        return faulty(own, () => wrapped(shape, own));
      };
    }
    const { echo } = type.getFields();
    if (echo) {
      echo.resolve = ({ seed }, args, context, { path, fieldName, parentType, variableValues }) =>
        JSON.stringify([seed, args, context, path, fieldName, parentType.name, variableValues]);
    }
  }
  const root = {
    thing: object(1, "Thing"),
    thingHard: object(2, "Thing"),
    being: object(3, "Other"),
    either: [object(4, "Thing"), object(5, "Other")],
    first: () => object(6, "Thing"),
    second: async () => object(7, "Thing"),
    third: () => object(8, "Thing"),
  };
  return { schema, root };
}
