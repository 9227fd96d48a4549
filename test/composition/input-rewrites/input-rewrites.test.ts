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
    sdl: `type Place @interfaceObject @key(fields: "id") { id: ID! rating: Int near: [Place!] }`,
    resolvers: {
      Place: {
        __resolveReference: ({ id }: { id: string }) => ({ id, rating: Number(id) * 10, near: [{ id }] }),
      },
    },
  },
});

describe("entities of an interface that another subgraph knows as one object", () => {
  it("are asked for under the interface's name and keep their own", async () => {
    expect(await graph.ask("{ places { __typename rating ... on Shop { licence } } }")).toEqual({
      data: {
        places: [
          { __typename: "Shop", rating: 10, licence: "L" },
          { __typename: "Park", rating: 20 },
        ],
      },
      errors: [],
    });
    expect(graph.sent()[1]?.variables).toEqual({
      representations: [
        { __typename: "Place", id: "1" },
        { __typename: "Place", id: "2" },
      ],
    });
  });

  it("are asked for only where the type's own field of the interface is selected", async () => {
    expect((await graph.ask("{ places { id ... on Park { rating } } }")).data).toEqual({
      places: [{ id: "1" }, { id: "2", rating: 20 }],
    });
    expect(graph.sent()[1]?.variables).toEqual({ representations: [{ __typename: "Place", id: "2" }] });
  });
});
