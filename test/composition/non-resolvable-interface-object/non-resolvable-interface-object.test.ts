import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** Each knows the other's interface as one object that it cannot resolve; `Item` has no type of its own anywhere. */
const graph = federated({
  grids: {
    sdl: `type Query { item: Item place: Place }
      interface Item @key(fields: "id") { id: ID! }
      type Place @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Query: { item: () => ({ id: "i1" }), place: () => ({ id: "p1" }) } },
  },
  notices: {
    sdl: `type Query { noticed: Item }
      type Item @interfaceObject @key(fields: "id", resolvable: false) { id: ID! notice: String }
      interface Place @key(fields: "id") { id: ID! name: String }
      type Bakery implements Place @key(fields: "id") { id: ID! name: String bread: String }`,
    resolvers: {
      Query: { noticed: () => ({ id: "i1", notice: "shut" }) },
      Place: {
        __resolveReference: ({ id }: { id: string }) =>
          id === "p1" ? { __typename: "Bakery", id, name: "Rye & Co", bread: "rye" } : null,
      },
      Bakery: { __resolveReference: ({ id }: { id: string }) => ({ id, name: "Rye & Co", bread: "rye" }) },
    },
  },
});

describe("an interface object under a key that does not resolve", () => {
  it.each([
    ["{ noticed { id notice } }", { noticed: { id: "i1", notice: "shut" } }],
    ["{ noticed { id } }", { noticed: { id: "i1" } }],
    ["{ place { id } }", { place: { id: "p1" } }],
    ["{ place { name } }", { place: { name: "Rye & Co" } }],
    ["{ place { ... on Bakery { id } } }", { place: { id: "p1" } }],
    ["{ place { __typename ... on Bakery { bread } } }", { place: { __typename: "Bakery", bread: "rye" } }],
  ])("answers %s", async (query, data) => {
    expect(await graph.ask(query)).toEqual({ data, errors: [] });
  });

  it.each(["{ item { id } }", "{ item { notice } }"])(
    "says with a code that nothing can be told of an object without a type: %s",
    async (query) => {
      const { data, errors } = await graph.ask(query);
      expect(data).toEqual({ item: null });
      expect(errors).toEqual([{ path: ["item"], code: expect.stringMatching(/^[A-Z_]+$/) }]);
    },
  );
});
