import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  grids: {
    sdl: `type Query { places: [Place!]! }
      type Place @key(fields: "id") { id: ID! state: String }`,
    resolvers: {
      Query: {
        places: () => [
          { id: "1", state: "OPEN" },
          { id: "2", state: "SHUT" },
        ],
      },
    },
  },
  evaluation: {
    sdl: `type Place @key(fields: "id") {
        id: ID! state: String @external
        rating: Int
        verdict: String @requires(fields: "state")
      }`,
    resolvers: {
      Place: {
        __resolveReference: (place: object) => ({ ...place, rating: 5 }),
        verdict: ({ state }: { state?: string }) => {
          if (state === undefined) throw new Error("asked without what it requires");
          return `found ${state}`;
        },
      },
    },
  },
});
const byCondition = "query ($on: Boolean!) { places { rating verdict @include(if: $on) } }";

describe("fields asked of an entity in one go, of which one requires something", () => {
  it("are answered without it where it is left out by a condition", async () => {
    expect(await graph.ask(byCondition, { on: false })).toEqual({
      data: { places: [{ rating: 5 }, { rating: 5 }] },
      errors: [],
    });
    expect((await graph.ask(byCondition, { on: true })).data).toEqual({
      places: [
        { rating: 5, verdict: "found OPEN" },
        { rating: 5, verdict: "found SHUT" },
      ],
    });
  });

  it("are lost together by Apollo's executor, without an error", async () => {
    expect(await graph.askStock(byCondition, { on: false })).toEqual({
      data: { places: [{ rating: null }, { rating: null }] },
      errors: [],
    });
  });
});
