import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { tickets: [Ticket!]! }
      type Ticket @key(fields: "number") { number: ID! hours: Int steps: [Step!]! unit: Unit }
      type Step { minutes: Int by: Officer }
      type Officer { rank: Int }
      type Unit @key(fields: "code", resolvable: false) { code: ID! }`,
    resolvers: {
      Query: {
        tickets: () => [
          {
            number: "t1",
            hours: 2,
            steps: [
              { minutes: 5, by: { rank: 1 } },
              { minutes: 6, by: null },
            ],
            unit: { code: "u" },
          },
          { number: "t2", hours: null, steps: [], unit: null },
        ],
      },
    },
  },
  units: {
    sdl: `type Unit @key(fields: "code") { code: ID! level: Int }`,
    resolvers: { Unit: { __resolveReference: (unit: object) => ({ ...unit, level: 3 }) } },
  },
  whistles: {
    sdl: `type Ticket @key(fields: "number") { number: ID! hours: Int @external weight: Int @requires(fields: "hours") }`,
    resolvers: { Ticket: { weight: ({ hours }: { hours: number | null }) => (hours ?? -1) * 10 } },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") {
        number: ID! hours: Int @external steps: [Step!]! @external unit: Unit @external
        priority: String @requires(fields: "hours")
        effort: String @requires(fields: "steps { minutes by { rank } } unit { level }")
      }
      type Step { minutes: Int @external by: Officer @external }
      type Officer { rank: Int @external }
      type Unit @key(fields: "code") { code: ID! level: Int @external }`,
    resolvers: {
      Ticket: {
        priority: ({ hours }: { hours: number | null }) => `P${hours}`,
        effort: ({ steps, unit }: { steps: unknown; unit: unknown }) => JSON.stringify([steps, unit]),
      },
    },
  },
});

describe("@requires", () => {
  it("hands over what another subgraph knows, nulls too, to each who requires it", async () => {
    expect(await graph.ask("{ tickets { priority weight } }")).toEqual({
      data: {
        tickets: [
          { priority: "P2", weight: 20 },
          { priority: "Pnull", weight: -10 },
        ],
      },
      errors: [],
    });
    expect(
      graph
        .sent()
        .map(({ subgraph }) => subgraph)
        .sort(),
    ).toEqual(["evaluation", "tickets", "whistles"]);
  });

  it("hands over nested objects, lists of them and entities", async () => {
    const { data, errors } = await graph.ask("{ tickets { effort } }");
    expect(errors).toEqual([]);
    const efforts = (data as { tickets: { effort: string }[] }).tickets.map(({ effort }) =>
      JSON.parse(effort),
    );
    expect(efforts).toEqual([
      [
        [
          { minutes: 5, by: { rank: 1 } },
          { minutes: 6, by: null },
        ],
        { level: 3 },
      ],
      [[], null],
    ]);
  });
});
