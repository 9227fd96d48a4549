import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  patrols: {
    sdl: `type Query { seen: [Seen!]! }
      union Seen = Shop | Camera
      type Shop @key(fields: "id", resolvable: false) { id: ID! }
      type Camera @key(fields: "id", resolvable: false) { id: Int! }`,
    resolvers: {
      Query: {
        seen: () => [
          { __typename: "Shop", id: "s1" },
          { __typename: "Camera", id: 9 },
        ],
      },
    },
  },
  shops: {
    sdl: `type Shop @key(fields: "id") { id: ID! name: String }`,
    resolvers: { Shop: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `shop ${id}` }) } },
  },
  cameras: {
    sdl: `type Camera @key(fields: "id") { id: Int! name: String }`,
    resolvers: { Camera: { __resolveReference: ({ id }: { id: number }) => ({ id, name: `camera ${id}` }) } },
  },
});

describe("keys of one name and two types in one selection", () => {
  it("are told apart on the way to the subgraph and back", async () => {
    const query = "{ seen { __typename ... on Shop { name } ... on Camera { name } } }";
    expect(await graph.ask(query)).toEqual({
      data: {
        seen: [
          { __typename: "Shop", name: "shop s1" },
          { __typename: "Camera", name: "camera 9" },
        ],
      },
      errors: [],
    });
  });
});
