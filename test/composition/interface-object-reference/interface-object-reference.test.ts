import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  grids: {
    sdl: `type Query { places: [Place!]! }
      interface Place @key(fields: "id") { id: ID! state: String }
      type Shop implements Place @key(fields: "id") { id: ID! state: String }
      type Park implements Place @key(fields: "id") { id: ID! state: String }`,
    resolvers: {
      Query: {
        places: () => [
          { __typename: "Shop", id: "1", state: "OPEN" },
          { __typename: "Park", id: "2", state: "SHUT" },
        ],
      },
    },
  },
  evaluation: {
    sdl: `type Place @interfaceObject @key(fields: "id") {
        id: ID! state: String @external verdict: String @requires(fields: "state")
      }`,
    resolvers: { Place: { verdict: ({ state }: { state: string }) => `found ${state}` } },
  },
});

describe("objects of an interface whose field is wanted of one type only", () => {
  it.each([
    "{ places { ... on Shop { verdict } state } }",
    "{ places { state ... on Shop { verdict } } }",
    "{ places { ... on Shop { verdict } ... on Park { state } ... on Shop { state } } }",
  ])("are not asked for under names that the asked subgraph has never heard of: %s", async (query) => {
    expect(await graph.ask(query)).toEqual({
      data: { places: [{ state: "OPEN", verdict: "found OPEN" }, { state: "SHUT" }] },
      errors: [],
    });
    const asked = graph
      .sent()
      .flatMap(({ variables }) => (variables.representations ?? []) as { __typename: string }[]);
    expect([...new Set(asked.map(({ __typename }) => __typename))]).toEqual(["Place"]);
  });

  it("are by Apollo's gateway, and so none is answered", async () => {
    const { data } = await graph.askStock("{ places { ... on Shop { verdict } state } }");
    expect(data).toEqual({ places: [{ state: "OPEN", verdict: null }, { state: "SHUT" }] });
  });
});
