import fc from "fast-check";
import { buildSchema, type ExecutionResult, execute, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { CompiledOperation } from "./compiled-operation.ts";
import { type FaultySchema, faultySchema } from "./faulty-schema.fixtures.ts";
import { type Literal, OperationGenerator } from "./random-operation.fixtures.ts";

const context = { asker: "somebody" };

/** As a client reads it, with the order of fields and what an error's original was. */
function written({ data, errors = [] }: ExecutionResult) {
  return {
    data: JSON.stringify(data),
    errors: errors.map((error) => ({
      message: withoutWhatWasFound(error.message),
      path: error.path,
      locations: error.locations,
      extensions: error.extensions,
      original: withoutWhatWasFound(error.originalError?.message ?? ""),
    })),
  };
}

/** graphql-js tells what it found of a wrong type; that is nobody's business, and is masked in any case. */
const withoutWhatWasFound = (message: string): string =>
  /^(Abstract type "\w+"|Expected value of type "\w+")/.exec(message)?.[0] ?? message;

/** The places that are null because of an error: where it happened, or the parent it went on to. */
function nulled({ data, errors = [] }: ExecutionResult): Set<string> {
  return new Set(
    errors.map(({ path = [] }) => {
      const upTo: (string | number)[] = [];
      let here: unknown = data;
      for (const key of path) {
        if (here === null || here === undefined) break;
        here = (here as Record<string | number, unknown>)[key];
        upTo.push(key);
      }
      return upTo.join(".");
    }),
  );
}

async function both({ schema, root }: FaultySchema, query: string, variables: Record<string, unknown>) {
  const document = parse(query);
  const compiled = new CompiledOperation(schema, document);
  const request = { rootValue: root, context, variables };
  await compiled.execute(request);
  const asked = { schema, document, rootValue: root, contextValue: context, variableValues: variables };
  // Asked twice: what was compiled by the first request must serve the second.
  return { expected: await execute(asked), ours: await compiled.execute(request) };
}

const literals: Literal = ({ name }, coordinate) => {
  const choices: Record<string, string> = {
    text: coordinate.startsWith("Thing") ? '"given"' : "null",
    count: "3",
    options: '{ moods: [GOOD, BAD], day: "2026-06-01", within: { text: null, within: {} } }',
  };
  return choices[name];
};

/** Operations over the schema, with what decides over their conditions. */
const operations = ({ schema }: FaultySchema) =>
  fc.gen().map((draw) => ({
    query: new OperationGenerator(schema, draw, literals).query(3),
    maybe: draw(fc.boolean),
  }));

describe("a compiled operation", () => {
  const quiet = faultySchema({ oneIn: Number.MAX_SAFE_INTEGER, promises: false });
  const table: readonly [what: string, query: string, variables?: Record<string, unknown>][] = [
    [
      "aliases, those among them that every object has",
      "{ thing { __proto__: string0 constructor: int0 a: id0 b: id0 } }",
    ],
    [
      "names of types, under unions and interfaces too",
      "{ thing { __typename } being { __typename string0 } either { __typename } }",
    ],
    ["introspection", '{ __schema { queryType { name } } __type(name: "Thing") { kind fields { name } } }'],
    [
      "arguments left out, given, null, and of nested input objects",
      `query ($text: String, $day: Day, $moods: [Mood!]) {
      thing { a: echo(count: 1) b: echo(count: 1, text: $text, options: { day: $day, moods: $moods, within: { text: $text } }) c: echo(count: 1, text: null) } }`,
    ],
    [
      "a variable's standard value in a nested input object",
      `query ($text: String = "from the variable") {
      thing { echo(count: 1, options: { within: { text: $text } }) } }`,
    ],
    [
      "an input object with values of its own scalar",
      `query ($options: Options) { thing { echo(count: 1, options: $options) } }`,
      { options: { day: "2026-06-01", moods: "GOOD" } },
    ],
    [
      "one fragment under two parents with different conditions",
      `query ($yes: Boolean!) {
      thing { thing0 { ...F } other: thing0 @skip(if: $yes) { ...F } } being @include(if: $yes) { ...F } }
      fragment F on Being { string0 int0 @skip(if: $yes) }`,
      { yes: true },
    ],
    [
      "a fragment spread first where it is left out",
      `query ($no: Boolean!) { thing { ...F @include(if: $no) ...F } } fragment F on Thing { id0 }`,
      { no: false },
    ],
    [
      "a field asked twice, once under a condition",
      `query ($yes: Boolean!) { thing { thing0 @skip(if: $yes) { int0 } thing0 { id0 } } }`,
      { yes: true },
    ],
    ["mutations one after the other", "mutation { third { id0 } second { id0 } first { id0 } }"],
    [
      "a variable that does not fit",
      "query ($day: Day!, $count: Int!) { thing { echo(count: $count, options: { day: $day }) } }",
      { day: "soon", count: "many" },
    ],
    ["a variable that is missing", "query ($count: Int!) { thing { echo(count: $count) } }"],
    [
      "more wrong variables than are told",
      `query (${Array.from({ length: 60 }, (_, index) => `$v${index}: Int!`).join(", ")}) { __typename ${Array.from({ length: 60 }, (_, index) => `e${index}: thing { echo(count: $v${index}) }`).join(" ")} }`,
    ],
    [
      "null where a condition may not be",
      "query ($if: Boolean = true) { thing { id0 @include(if: $if) } }",
      { if: null },
    ],
    [
      "null where an argument may not be",
      "query ($count: Int = 1) { thing { echo(count: $count) } }",
      { count: null },
    ],
  ];

  it.each(table)("answers as graphql-js does: %s", async (_, query, variables = {}) => {
    expect(validate(quiet.schema, parse(query))).toEqual([]);
    const { ours, expected } = await both(quiet, query, variables);
    expect(written(ours)).toEqual(written(expected));
  });

  it.each([3, 7, 20])(
    "answers and errs as graphql-js does, where one field in %d is at fault",
    async (oneIn) => {
      const faulty = faultySchema({ oneIn, promises: false });
      await fc.assert(
        fc.asyncProperty(operations(faulty), async ({ query, maybe }) => {
          fc.pre(validate(faulty.schema, parse(query)).length === 0);
          const { ours, expected } = await both(faulty, query, { maybe });
          expect(written(ours)).toEqual(written(expected));
        }),
        { numRuns: 40, endOnFailure: true },
      );
    },
  );

  it.each([3, 20])(
    "has the same data, null for errors in the same places, where all comes in its own time and one field in %d is at fault",
    async (oneIn) => {
      const faulty = faultySchema({ oneIn, promises: true });
      await fc.assert(
        fc.asyncProperty(operations(faulty), async ({ query, maybe }) => {
          fc.pre(validate(faulty.schema, parse(query)).length === 0);
          const { ours, expected } = await both(faulty, query, { maybe });
          expect(JSON.stringify(ours.data)).toBe(JSON.stringify(expected.data));
          expect(nulled(ours)).toEqual(nulled(expected));
        }),
        { numRuns: 40, endOnFailure: true },
      );
    },
  );

  it("lets what is still promised in a list that was given up fail unheard: Node would end the process", async () => {
    const schema = buildSchema("type Query { hard: [Int!] }");
    const promised = { hard: [Promise.reject(new Error("first")), null, Promise.reject(new Error("last"))] };
    const compiled = new CompiledOperation(schema, parse("{ hard }"));
    expect(await compiled.execute({ rootValue: promised, context })).toMatchObject({
      data: { hard: null },
      errors: [{ message: "Cannot return null for non-nullable field Query.hard." }],
    });
    await new Promise((resolve) => setImmediate(resolve));
  });
});
