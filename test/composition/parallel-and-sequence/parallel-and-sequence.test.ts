import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** Opens when both have come: two that wait for each other can only be at work at the same time. */
const meeting = () => {
  let open = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrived = 0;
  return async <T>(value: T): Promise<T> => {
    arrived += 1;
    if (arrived === 2) open();
    await both;
    return value;
  };
};
const meet = meeting();

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket }
      type Ticket @key(fields: "number") { number: ID! unit: Unit }
      type Unit @key(fields: "code", resolvable: false) { code: ID! }`,
    resolvers: { Query: { ticket: () => ({ number: "t1", unit: { code: "u1" } }) } },
  },
  whistles: {
    sdl: `type Ticket @key(fields: "number") { number: ID! whistles: Int }`,
    resolvers: { Ticket: { __resolveReference: (ticket: object) => ({ ...ticket, whistles: meet(2) }) } },
  },
  units: {
    sdl: `type Unit @key(fields: "code") @key(fields: "registration") { code: ID! registration: ID! name: String }`,
    resolvers: {
      Unit: { __resolveReference: () => ({ code: "u1", registration: "g1", name: meet("Water") }) },
    },
  },
  evaluation: {
    sdl: `type Unit @key(fields: "registration") { registration: ID! score: Int }`,
    resolvers: { Unit: { __resolveReference: (unit: object) => ({ ...unit, score: 97 }) } },
  },
});

describe("fetches of one plan", () => {
  it("go out together when neither needs the other, and one after the other when one needs the other's key", async () => {
    expect(await graph.ask("{ ticket { number whistles unit { name score } } }")).toEqual({
      data: { ticket: { number: "t1", whistles: 2, unit: { name: "Water", score: 97 } } },
      errors: [],
    });
    const order = graph.sent().map(({ subgraph }) => subgraph);
    expect(order[0]).toBe("tickets");
    expect(order.slice(1, 3).sort()).toEqual(["units", "whistles"]);
    expect(order[3]).toBe("evaluation");
    expect(graph.sent()[3]?.variables).toEqual({
      representations: [{ __typename: "Unit", registration: "g1" }],
    });
  });
});
