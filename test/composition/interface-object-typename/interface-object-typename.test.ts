import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  grids: {
    sdl: `type Query { places: [Place!]! }
      interface Place @key(fields: "id") { id: ID! }
      type Shop implements Place @key(fields: "id") { id: ID! licence: String }
      type Park implements Place @key(fields: "id") { id: ID! trees: Int }`,
    resolvers: {
      Query: {
        places: () => [
          { __typename: "Shop", id: "1", licence: "L" },
          { __typename: "Park", id: "2", trees: 7 },
        ],
      },
    },
  },
  evaluation: {
    sdl: `type Place @interfaceObject @key(fields: "id") { id: ID! rating: Int }`,
    resolvers: { Place: { __resolveReference: ({ id }: { id: string }) => ({ id, rating: 5 }) } },
  },
});
const query = "{ places { ... on Park { rating __typename trees } } }";
const expected = { places: [{}, { rating: 5, __typename: "Park", trees: 7 }] };

describe("a subgraph that knows an interface as one object", () => {
  it("does not rename the object to the interface", async () => {
    expect(await graph.ask(query)).toEqual({ data: expected, errors: [] });
  });

  it("does in Apollo's executor, which then finds no park to show", async () => {
    expect((await graph.askStock(query)).data).toEqual({ places: [{}, {}] });
  });
});
