import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** A badge that cannot be told takes its officer along; it is asked of the one who was called, not of all. */
const graph = federated({
  whistles: {
    sdl: `type Query { events: [Event!]! }
      interface Event { by: Officer }
      type Blown implements Event { by: Officer }
      type Called implements Event { by: Officer }
      type Officer @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        events: () => [
          { __typename: "Blown", by: { id: "lost" } },
          { __typename: "Called", by: { id: "good" } },
        ],
      },
    },
  },
  units: {
    sdl: `type Officer @key(fields: "id") { id: ID! rank: String badge: String! }`,
    resolvers: {
      Officer: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        rank: () => "CHIEF",
        badge: ({ id }: { id: string }) => {
          if (id === "lost") throw new Error("no badge");
          return id;
        },
      },
    },
  },
});

describe("a field that the client asks of some objects, and the planner of all", () => {
  const query = "{ events { by { rank } ... on Called { by { badge } } } }";

  /** The plan is Apollo's, and so is the null. A null without a word would say that there is none. */
  it("takes along what was asked of the others where it fails, and is told there", async () => {
    expect(await graph.ask(query)).toEqual({
      data: { events: [{ by: { rank: null } }, { by: { rank: "CHIEF", badge: "good" } }] },
      errors: [{ path: ["events", 0, "by", "rank"], code: "INTERNAL_SERVER_ERROR" }],
    });
    expect((await graph.askStock(query)).data).toEqual({
      events: [{ by: { rank: null } }, { by: { rank: "CHIEF", badge: "good" } }],
    });
  });

  it("is told once, at its own place, where it was asked for", async () => {
    const everywhere = "{ events { by { rank badge } } }";
    expect(await graph.ask(everywhere)).toEqual({
      data: { events: [{ by: null }, { by: { rank: "CHIEF", badge: "good" } }] },
      errors: [{ path: ["events", 0, "by", "badge"], code: "INTERNAL_SERVER_ERROR" }],
    });
  });
});
