import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket } type Ticket @key(fields: "number") { number: ID! title: String }`,
    resolvers: { Query: { ticket: () => ({ number: "t1", title: "Lamp" }) } },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") { number: ID! score: Int grade(of: Int! = 5): Int }`,
    resolvers: {
      Ticket: {
        __resolveReference: (ticket: object) => ({ ...ticket, score: 97 }),
        grade: (_: unknown, { of }: { of: number }) => of - 1,
      },
    },
  },
});
const asked = () => graph.sent().map(({ subgraph }) => subgraph);

describe("@skip and @include", () => {
  it.each([
    ["include by a variable", "query ($on: Boolean!) { ticket { number score @include(if: $on) } }", "on"],
    [
      "include by its default",
      "query ($on: Boolean = true) { ticket { number score @include(if: $on) } }",
      "on",
    ],
    [
      "a fragment's include",
      "query ($on: Boolean!) { ticket { number ... @include(if: $on) { score } } }",
      "on",
    ],
    [
      "a spread's skip",
      "query ($off: Boolean = false) { ticket { number ...S @skip(if: $off) } } fragment S on Ticket { score }",
      "off",
    ],
  ])("ask a subgraph only when its fields are wanted: %s", async (_, query, variable) => {
    expect(await graph.ask(query, { [variable]: variable === "on" })).toEqual({
      data: { ticket: { number: "t1", score: 97 } },
      errors: [],
    });
    expect(asked()).toEqual(["tickets", "evaluation"]);
    expect(await graph.ask(query, { [variable]: variable !== "on" })).toEqual({
      data: { ticket: { number: "t1" } },
      errors: [],
    });
    expect(asked()).toEqual(["tickets"]);
  });

  it("take a variable's default where the variable is not given", async () => {
    const query = "query ($on: Boolean = false) { ticket { number score @include(if: $on) } }";
    expect((await graph.ask(query)).data).toEqual({ ticket: { number: "t1" } });
    expect(asked()).toEqual(["tickets"]);
  });

  it("both hold where both stand", async () => {
    const query = `query ($skip: Boolean!, $include: Boolean!) {
      ticket { number score @skip(if: $skip) @include(if: $include) }
    }`;
    const answers = [];
    for (const skip of [true, false]) {
      for (const include of [true, false]) answers.push((await graph.ask(query, { skip, include })).data);
    }
    expect(answers).toEqual([
      { ticket: { number: "t1" } },
      { ticket: { number: "t1" } },
      { ticket: { number: "t1", score: 97 } },
      { ticket: { number: "t1" } },
    ]);
  });

  it("leave a field that is selected again without a condition", async () => {
    const query = "query ($on: Boolean!) { ticket { grade @include(if: $on) ... on Ticket { grade } } }";
    expect((await graph.ask(query, { on: false })).data).toEqual({ ticket: { grade: 4 } });
  });

  it("can leave nothing to be asked at all", async () => {
    const query = "query ($on: Boolean!) { ticket @include(if: $on) { number } }";
    expect(await graph.ask(query, { on: false })).toEqual({ data: {}, errors: [] });
    expect(asked()).toEqual([]);
  });

  it.each(["include", "skip"])(
    "are refused where the variable of an @%s is given as null",
    async (directive) => {
      const query = `query ($on: Boolean = true) { ticket { number score @${directive}(if: $on) } }`;
      const { data, errors } = await graph.ask(query, { on: null });
      expect(data).toBeNull();
      expect(errors).toEqual([{ path: undefined, code: expect.stringMatching(/^[A-Z_]+$/) }]);
      expect(asked()).toEqual([]);
    },
  );
});
