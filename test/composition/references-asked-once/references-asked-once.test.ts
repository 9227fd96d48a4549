import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { tickets: [Ticket!]! ticket: Ticket }
      type Ticket @key(fields: "number") { number: ID! handler: Unit helpers: [[Unit]] }
      type Unit @key(fields: "code", resolvable: false) { code: ID! }`,
    resolvers: {
      Query: {
        tickets: () => [
          { number: "1", handler: { code: "a" }, helpers: [[{ code: "b" }, null], null] },
          { number: "2", handler: { code: "a" }, helpers: [[{ code: "a" }, { code: "b" }]] },
          { number: "3", handler: null, helpers: null },
        ],
        ticket: () => ({ number: "4", handler: null, helpers: [[null], []] }),
      },
    },
  },
  units: {
    sdl: `type Unit @key(fields: "code") { code: ID! name: String chief: Officer }
      type Officer { rank: Int }`,
    resolvers: {
      Unit: {
        __resolveReference: ({ code }: { code: string }) => ({
          code,
          name: `unit ${code}`,
          chief: { rank: 1 },
        }),
      },
    },
  },
});
const representations = () => graph.sent().flatMap(({ variables }) => Object.values(variables));

describe("references to one entity", () => {
  it("are sent once a fetch, and each place has the whole answer", async () => {
    const { data } = await graph.ask("{ tickets { handler { name chief { rank } } helpers { name } } }");
    const named = (code: string) => ({ name: `unit ${code}` });
    const handler = { ...named("a"), chief: { rank: 1 } };
    expect(data).toEqual({
      tickets: [
        { handler, helpers: [[named("b"), null], null] },
        { handler, helpers: [[named("a"), named("b")]] },
        { handler: null, helpers: null },
      ],
    });
    expect(representations()).toEqual(
      expect.arrayContaining([
        [{ __typename: "Unit", code: "a" }],
        [
          { __typename: "Unit", code: "b" },
          { __typename: "Unit", code: "a" },
        ],
      ]),
    );
  });

  it("are not sent at all where there is none", async () => {
    expect(await graph.ask("{ ticket { number handler { name } helpers { name } } }")).toEqual({
      data: { ticket: { number: "4", handler: null, helpers: [[null], []] } },
      errors: [],
    });
    expect(graph.sent().map(({ subgraph }) => subgraph)).toEqual(["tickets"]);
  });
});
