import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** Each subgraph keeps its own word; only together they owe a value nobody has. */
const graph = federated({
  tickets: {
    sdl: `type Query { maybe: Ticket sure: Ticket! list: [Ticket!] spaced: [Ticket] deep: [[Ticket!]]! }
      type Ticket @key(fields: "number") { number: ID! }`,
    resolvers: {
      Query: {
        maybe: () => ({ number: "none" }),
        sure: () => ({ number: "none" }),
        list: () => [{ number: "1" }, { number: "none" }],
        spaced: () => [{ number: "none" }, { number: "1" }],
        deep: () => [[{ number: "1" }, { number: "none" }], [{ number: "1" }]],
      },
    },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") { number: ID! grade: Int! detail: Detail! }
      type Detail { note: String }`,
    resolvers: {
      Ticket: {
        __resolveReference: ({ number }: { number: string }) =>
          number === "none" ? null : { number, grade: 5, detail: { note: null } },
      },
    },
  },
});
const missing = (...path: (string | number)[]) => ({ path, code: "INVALID_SUBGRAPH_ANSWER" });

describe("a null where none may be", () => {
  it.each([
    ["{ maybe { grade } }", { maybe: null }, missing("maybe", "grade")],
    ["{ sure { grade } }", null, missing("sure", "grade")],
    ["{ list { grade } }", { list: null }, missing("list", 1, "grade")],
    ["{ spaced { grade } }", { spaced: [null, { grade: 5 }] }, missing("spaced", 0, "grade")],
    ["{ deep { grade } }", { deep: [null, [{ grade: 5 }]] }, missing("deep", 0, 1, "grade")],
    [
      "{ a: spaced { b: detail { note } } maybe { number } }",
      { a: [null, { b: { note: null } }], maybe: { number: "none" } },
      missing("a", 0, "b"),
    ],
  ])(
    "passes to the nearest parent that may be null, and is explained once: %s",
    async (query, data, error) => {
      expect(await graph.ask(query)).toEqual({ data, errors: [error] });
    },
  );
});
