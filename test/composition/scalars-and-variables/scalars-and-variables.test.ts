import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  archive: {
    sdl: `scalar JSON
      type Query {
        json: JSON
        echo(a: Int, b: String = "default", c: [In!], d: JSON, e: ID, f: Float): JSON
        ticket(representations: [ID!]): Ticket
      }
      input In { x: Int! = 7 y: [In!] z: Kind }
      enum Kind { ONE TWO }
      type Ticket @key(fields: "number") { number: ID! }`,
    resolvers: {
      Query: {
        json: () => ({ __typename: "Ticket", number: [1, { number: null }], deep: { "a b": [[]] } }),
        echo: (_: unknown, args: object) => args,
        ticket: (_: unknown, { representations }: { representations: string[] }) => ({
          number: representations[0],
        }),
      },
    },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") { number: ID! score(of: ID): String }`,
    resolvers: {
      Ticket: { score: ({ number }: { number: string }, { of }: { of: string }) => `${number}/${of}` },
    },
  },
});

describe("values on their way", () => {
  it("of a scalar that may be anything are left as they are", async () => {
    expect((await graph.ask("{ json }")).data).toEqual({
      json: { __typename: "Ticket", number: [1, { number: null }], deep: { "a b": [[]] } },
    });
  });

  it.each<[string, string, Record<string, unknown> | undefined, unknown]>([
    ["a variable that is not given", "query ($a: Int) { echo(a: $a) }", undefined, { b: "default" }],
    ["a null that is given", "query ($b: String) { echo(b: $b) }", { b: null }, { b: null }],
    ["a variable's own default", 'query ($b: String = "mine") { echo(b: $b) }', undefined, { b: "mine" }],
    ["a default overruled by null", 'query ($b: String = "mine") { echo(b: $b) }', { b: null }, { b: null }],
    [
      "one value for a list",
      "query ($c: [In!]) { echo(c: $c) }",
      { c: { z: "ONE" } },
      { b: "default", c: [{ x: 7, z: "ONE" }] },
    ],
    [
      "a variable deep in an input",
      "query ($x: Int!, $z: Kind = TWO) { echo(c: [{ y: [{ x: $x, z: $z }] }]) }",
      { x: 1 },
      { b: "default", c: [{ x: 7, y: [{ x: 1, z: "TWO" }] }] },
    ],
    [
      "variables in a scalar that may be anything",
      "query ($v: JSON, $n: Int) { echo(d: { a: [$v, $n], b: $n }) }",
      { v: { k: [null] }, n: 1 },
      { b: "default", d: { a: [{ k: [null] }, 1], b: 1 } },
    ],
    ["a number for an ID", "query ($e: ID) { echo(e: $e) }", { e: 12 }, { b: "default", e: "12" }],
    [
      "a large number",
      "{ echo(f: 12345678901234567890) }",
      undefined,
      { b: "default", f: 12345678901234567000 },
    ],
    [
      "text that must be escaped",
      '{ echo(b: "\\u2028 \\" \\\\ \\n 灯") }',
      undefined,
      { b: '\u2028 " \\ \n 灯' },
    ],
  ])("arrive as the client meant them: %s", async (_, query, variables, echoed) => {
    expect(await graph.ask(query, variables)).toEqual({ data: { echo: echoed }, errors: [] });
  });

  it.each([
    ["a wrong type", { x: "one" }],
    ["a missing value", {}],
    ["a null", { x: null }],
    ["a number too large", { x: 2 ** 40 }],
  ])("are refused before anything is asked: %s", async (_, variables) => {
    const { data, errors } = await graph.ask("query ($x: Int!) { echo(c: [{ x: $x }]) }", variables);
    expect(data).toBeNull();
    expect(errors).toEqual([{ path: undefined, code: expect.stringMatching(/^[A-Z_]+$/) }]);
    expect(graph.sent()).toEqual([]);
  });

  it("may be named as the protocol's own variable is", async () => {
    const query = `query ($representations: [ID!], $id: ID) {
      ticket(representations: $representations) { score(of: $id) other: score(of: "literal") }
    }`;
    expect(await graph.ask(query, { representations: ["t1"], id: "x" })).toEqual({
      data: { ticket: { score: "t1/x", other: "t1/literal" } },
      errors: [],
    });
  });

  it("may not be named so where a fetch of entities would need both", async () => {
    const query = `query ($representations: ID) { ticket(representations: ["t1"]) { score(of: $representations) } }`;
    expect(await graph.ask(query, { representations: "x" })).toEqual({
      data: null,
      errors: [{ path: undefined, code: "BAD_INPUT" }],
    });
    expect(graph.sent()).toEqual([]);
  });
});
