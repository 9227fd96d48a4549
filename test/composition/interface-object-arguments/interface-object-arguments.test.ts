import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  grids: {
    sdl: `type Query { places: [Place!]! }
      interface Place @key(fields: "id") { id: ID! }
      type Shop implements Place @key(fields: "id") { id: ID! }
      type Park implements Place @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        places: () => [
          { __typename: "Shop", id: "1" },
          { __typename: "Park", id: "2" },
        ],
      },
    },
  },
  evaluation: {
    sdl: `type Place @interfaceObject @key(fields: "id") { id: ID! remarks(first: Int = 3): [String!] }`,
    resolvers: {
      Place: {
        remarks: (_: unknown, { first }: { first: number }) => ["a", "b", "c"].slice(0, first),
      },
    },
  },
});
const remarks = (...given: string[]) => ({ remarks: given });

describe("a field that an interface object adds, asked of two types with two arguments", () => {
  it.each([
    [
      "{ places { ... on Shop { remarks(first: 1) } ... on Park { remarks(first: 2) } } }",
      [["a"], ["a", "b"]],
    ],
    ["{ places { ... on Park { remarks } ... on Shop { remarks(first: 0) } } }", [[], ["a", "b", "c"]]],
    ["{ places { ... on Park { remarks(first: 1) } remarks(first: 1) } }", [["a"], ["a"]]],
    [
      "query ($n: Int!) { places { ...P ... on Shop { remarks(first: $n) } } } fragment P on Park { remarks(first: 1) }",
      [["a", "b"], ["a"]],
    ],
  ])("is answered to each with its own: %s", async (query, lists) => {
    expect(await graph.ask(query, { n: 2 })).toEqual({
      data: { places: lists.map((given) => remarks(...given)) },
      errors: [],
    });
  });

  it("is answered to both with one of them by Apollo's gateway, whose planner takes them for one field", async () => {
    const query = "{ places { ... on Shop { remarks(first: 1) } ... on Park { remarks(first: 2) } } }";
    expect((await graph.askStock(query)).data).toEqual({ places: [remarks("a"), remarks("a")] });
  });
});
