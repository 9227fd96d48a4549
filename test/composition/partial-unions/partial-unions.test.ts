import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** Both know the union, neither all of it; what they share is answered alike by both. */
const graph = federated({
  tickets: {
    sdl: `type Query { subject: Subject @shareable reported: [Subject] }
      union Subject = Unit | Shop
      type Unit @key(fields: "code") { code: ID! tickets: Int }
      type Shop @key(fields: "id") { id: ID! licence: String }`,
    resolvers: {
      Query: {
        subject: () => ({ __typename: "Unit", code: "u1", tickets: 3 }),
        reported: () => [
          { __typename: "Shop", id: "s1", licence: "L1" },
          null,
          { __typename: "Unit", code: "u1", tickets: 3 },
        ],
      },
      Unit: { __resolveReference: (unit: object) => ({ ...unit, tickets: 3 }) },
      Shop: { __resolveReference: (shop: object) => ({ ...shop, licence: "L1" }) },
    },
  },
  whistles: {
    sdl: `type Query { subject: Subject @shareable whistled: [Subject!]! }
      union Subject = Unit | Officer
      type Unit @key(fields: "code") { code: ID! whistles: Int }
      type Officer @key(fields: "id") { id: ID! leads: Subject }`,
    resolvers: {
      Query: {
        subject: () => ({ __typename: "Unit", code: "u1", whistles: 5 }),
        whistled: () => [
          { __typename: "Officer", id: "o1", leads: { __typename: "Unit", code: "u1", whistles: 5 } },
          { __typename: "Unit", code: "u1", whistles: 5 },
        ],
      },
      Unit: { __resolveReference: (unit: object) => ({ ...unit, whistles: 5 }) },
    },
  },
});

describe("a union of which each subgraph knows a part", () => {
  it("answers members that the asked subgraph has never heard of with nothing, and the others whole", async () => {
    const members = "... on Unit { tickets whistles } ... on Shop { licence } ... on Officer { id }";
    expect(await graph.ask(`{ reported { __typename ${members} } }`)).toEqual({
      data: {
        reported: [
          { __typename: "Shop", licence: "L1" },
          null,
          { __typename: "Unit", tickets: 3, whistles: 5 },
        ],
      },
      errors: [],
    });
    expect(await graph.ask(`{ whistled { ${members} ... on Officer { leads { ${members} } } } }`)).toEqual({
      data: {
        whistled: [
          { id: "o1", leads: { tickets: 3, whistles: 5 } },
          { tickets: 3, whistles: 5 },
        ],
      },
      errors: [],
    });
  });

  it("is asked of either subgraph where both answer alike", async () => {
    expect((await graph.ask("{ subject { ... on Unit { tickets whistles } } }")).data).toEqual({
      subject: { tickets: 3, whistles: 5 },
    });
    expect((await graph.ask("{ subject { ... on Officer { id } ... on Shop { id } } }")).data).toEqual({
      subject: {},
    });
  });
});
