import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  grids: {
    sdl: `type Query { places: [Place!]! }
      interface Place { id: ID! state: String }
      type Shop implements Place @key(fields: "id") { id: ID! state: String licence: String area: Int }
      type Park implements Place @key(fields: "id") { id: ID! state: String trees: Int }`,
    resolvers: {
      Query: {
        places: () => [
          { __typename: "Shop", id: "1", state: "OPEN", licence: "L", area: 3 },
          { __typename: "Park", id: "2", state: "OPEN", trees: 7 },
        ],
      },
    },
  },
  evaluation: {
    sdl: `type Shop @key(fields: "id") { id: ID! rating: Int }`,
    resolvers: { Shop: { __resolveReference: ({ id }: { id: string }) => ({ id, rating: 5 }) } },
  },
});
const query = `{ places { ... on Shop { rating licence } state ...More __typename ... on Shop { area } } }
  fragment More on Place { ... on Park { trees } id state }`;
const expected = {
  places: [
    { rating: 5, licence: "L", state: "OPEN", id: "1", __typename: "Shop", area: 3 },
    { state: "OPEN", trees: 7, id: "2", __typename: "Park" },
  ],
};

describe("the keys of an answer", () => {
  it("come in the order in which the client first names them, wherever their values come from", async () => {
    const { data, errors } = await graph.ask(query);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(JSON.stringify(expected));
  });

  it("come in another order from Apollo's executor, which joins fragments of one type first", async () => {
    const { data } = await graph.askStock(query);
    expect(data).toEqual(expected);
    expect(JSON.stringify(data)).not.toBe(JSON.stringify(expected));
  });
});
