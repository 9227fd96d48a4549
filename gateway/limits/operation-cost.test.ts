import { buildSchema, getOperationAST, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { fragmentsOf } from "../../subgraphs/shared/execution/fragments.ts";
import { amountOf, type Variables } from "./amount.ts";
import { readCostDirectives } from "./cost-directives.ts";
import { operationCost } from "./operation-cost.ts";

const sdl = `
  schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"]) { query: Query mutation: Mutation }
  directive @link(url: String!, import: [String!]) on SCHEMA
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    name: String
    me: Person
    people: [Person!]!
    table: [[Person]]
    dear: Person @cost(weight: 30)
    gift: Person @cost(weight: -30)
    found: Found
    anyone: [Being]
    sized: [Person] @listSize(assumedSize: 3)
    sliced(top: Int, bottom: Int): [Person] @listSize(slicingArguments: ["top", "bottom"])
    optional(top: Int): [Person] @listSize(slicingArguments: ["top"], assumedSize: 4, requireOneSlicingArgument: false)
    window(top: Int): Window @listSize(slicingArguments: ["top"], sizedFields: ["panes"], requireOneSlicingArgument: false)
    page(first: Int! = 20, after: String): PersonConnection!
    feed(after: Int!, first: Int! = 100): [Person]
    search(like: Like, deep: Int @cost(weight: 5)): Person
    shade: Shade
  }
  type Mutation { add(n: Int): Int rename: Person }
  interface Being { friends: [Person] @listSize(assumedSize: 2) }
  type Person implements Being @cost(weight: 1) { name: String friends: [Person] @listSize(assumedSize: 5) best: Person page(first: Int! = 20): PersonConnection! }
  type Robot implements Being @cost(weight: 8) { name: String friends: [Person] @listSize(assumedSize: 7) }
  union Found = Person | Robot
  type PersonConnection { edges: [PersonEdge!]! pageInfo: PageInfo! }
  type PersonEdge { node: Person! cursor: String }
  type PageInfo { endCursor: String }
  type Window { panes: [Person] frames: [Person] }
  scalar Shade @cost(weight: 2)
  input Like { text: String @cost(weight: 3) any: [Like!] }
`;
const rules = {
  schema: buildSchema(sdl),
  directives: readCostDirectives(sdl),
  assumed: { page: 20, list: 10 },
};

function weigh(source: string) {
  const document = parse(source);
  expect(validate(rules.schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("one operation is due");
  return operationCost(operation, fragmentsOf(document), rules);
}
const cost = (source: string, variables: Variables = {}) => amountOf(weigh(source).cost, variables);

describe("what an operation costs", () => {
  it.each([
    ["nothing for what is no object", "{ name __typename }", 0],
    ["one for an object", "{ me { name } }", 1],
    ["one for each object below", "{ me { best { best { name } } } }", 3],
    ["ten entries for a list that says nothing of its size", "{ people { name } }", 10],
    ["every entry times what is selected of it", "{ people { best { name } } }", 20],
    ["the assumed size", "{ sized { name } }", 3],
    ["lists within lists multiplied", "{ sized { friends { friends { name } } } }", 3 * (1 + 5 * (1 + 5))],
    ["the greatest of several slicing arguments", "{ sliced(top: 2, bottom: 6) { name } }", 6],
    ["what is assumed where no slicing argument need be given", "{ optional { name } }", 4],
    ["a slicing argument rather than what is assumed", "{ optional(top: 9) { name } }", 9],
    ["a list of lists as long as one", "{ table { name } }", 10],
    ["its own weight for a field that has one", "{ dear { best { name } } }", 31],
    ["never less than nothing", "{ gift { name } me { name } }", 1],
    ["what a scalar weighs", "{ shade }", 2],
    ["what an argument weighs, where it is given", "{ search(deep: 1) { name } a: search { name } }", 5 + 2],
    [
      "what the fields of an input weigh, as often as they are given",
      '{ search(like: { text: "a", any: [{ text: "b" }, {}] }) { name } }',
      3 + 3 + 1,
    ],
    [
      "the sized fields of a window alone",
      "{ window(top: 4) { panes { name } frames { name } } }",
      1 + 4 + 10,
    ],
    ["a page by its first argument", "{ page(first: 4) { edges { node { name } } } }", 1 + 4 * 2],
    [
      "a page by the argument's default",
      "{ page { edges { node { name } } pageInfo { endCursor } } }",
      1 + 40 + 1,
    ],
    ["a feed by its first argument", "{ feed(after: 0, first: 7) { name } }", 7],
    ["no rows for a negative number of them", "{ feed(after: 0, first: -7) { name } me { name } }", 1],
    [
      "ten for each field of a mutation, beside what it answers",
      "mutation { a: add b: add rename { name } }",
      31,
    ],
    [
      "a thousand for each description of the schema",
      '{ __schema { types { name } } a: __type(name: "A") { name } }',
      2_000,
    ],
  ])("is %s", (_, source, expected) => {
    expect(cost(source)).toBe(expected);
  });

  it.each([
    [
      "the costliest of the possible types",
      "{ found { ... on Person { best { name } } ... on Robot { name } } }",
      8,
    ],
    [
      "of an interface, the list size of the type that has it",
      "{ anyone { friends { name } } }",
      10 * (8 + 7),
    ],
    [
      "a fragment's fields wherever it is spread",
      "{ me { ...F } } fragment F on Person { friends { name } best { ...G } } fragment G on Person { friends { name } }",
      1 + 5 + 1 + 5,
    ],
    [
      "a page in a fragment",
      "{ page(first: 3) { ...P } } fragment P on PersonConnection { edges { node { name } } }",
      1 + 3 * 2,
    ],
  ])("takes %s", (_, source, expected) => {
    expect(cost(source)).toBe(expected);
  });

  it.each<[string, string, Variables, number]>([
    ["rows by variable", "query ($n: Int!) { feed(after: 0, first: $n) { name } }", { n: 12 }, 12],
    ["a variable's default", "query ($n: Int! = 6) { feed(after: 0, first: $n) { name } }", {}, 6],
    [
      "a variable before its default",
      "query ($n: Int! = 6) { feed(after: 0, first: $n) { name } }",
      { n: 2 },
      2,
    ],
    [
      "the schema's default where no variable is given",
      "query ($n: Int = 5) { optional(top: $n) { name } }",
      { n: null },
      4,
    ],
    ["what is left in", "query ($a: Boolean!) { me @include(if: $a) { name } }", { a: true }, 1],
    [
      "nothing of what is left out",
      "query ($a: Boolean!) { ... @skip(if: $a) { me { name } } }",
      { a: true },
      0,
    ],
    [
      "what is given of an input",
      "query ($l: Like) { search(like: $l) { name } }",
      { l: { any: [{ text: "a" }] } },
      4,
    ],
  ])("counts %s", (_, source, variables, expected) => {
    expect(cost(source, variables)).toBe(expected);
  });

  it("is known without variables where none of them says how much is asked for", () => {
    expect(weigh("query ($after: String) { page(after: $after) { edges { cursor } } }").cost).toBeTypeOf(
      "number",
    );
  });

  it("asks for the number of rows where the schema wants one", () => {
    const refused = expect.objectContaining({
      extensions: expect.objectContaining({ code: "LIST_SIZE_MISSING" }),
    });
    expect(() => cost("{ sliced { name } }")).toThrow(refused);
    expect(() => cost("query ($n: Int) { sliced(top: $n) { name } }", { n: null })).toThrow(refused);
    expect(cost("query ($n: Int) { sliced(top: $n) { name } }", { n: 3 })).toBe(3);
  });
});

describe("finding out", () => {
  const cycle = (turns: number): string =>
    `{ me { ${"friends { ".repeat(turns)}name${" }".repeat(turns)} } }`;
  const doubling = (fragments: number, body: string): string =>
    `{ me { ...F0 } } ${Array.from(
      { length: fragments },
      (_, index) => `fragment F${index} on Person { ${body.replaceAll("NEXT", `...F${index + 1}`)} }`,
    ).join(" ")} fragment F${fragments} on Person { name }`;

  it("takes one look at each selection, however much they multiply", () => {
    const { cost: found, weighed } = weigh(cycle(20));
    expect(found).toBeGreaterThan(5 ** 20);
    expect(weighed).toBe(22);
  });

  it.each([
    ["fragments that spread the next one twice", "a: best { NEXT } b: best { NEXT }", 4],
    ["fragments that spread it twice on the same object", "NEXT NEXT", 2],
    [
      "pages that do",
      "a: page(first: 2) { edges { node { NEXT } } } b: page(first: 2) { edges { node { NEXT } } }",
      8,
    ],
  ])("takes no more for %s", (_, body, selections) => {
    expect(weigh(doubling(30, body)).weighed).toBe(2 + 30 * selections + 1);
  });

  it("works every shared part out once for each set of variables", () => {
    let read = 0;
    const variables = new Proxy(
      { n: 2 },
      {
        get: (values, name) => {
          if (name === "n") read += 1;
          return Reflect.get(values, name);
        },
      },
    );
    const body =
      "a: page(first: $n) { edges { node { NEXT } } } b: page(first: $n) { edges { node { NEXT } } }";
    const { cost: found } = weigh(doubling(30, body).replace("{", "query ($n: Int!) {"));
    expect(amountOf(found, variables)).toBeGreaterThan(4 ** 30);
    expect(read).toBe(60);
  });
});
