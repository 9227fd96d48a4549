import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket }
      type Ticket @key(fields: "number") { number: ID! title: String hours: Int }`,
    resolvers: {
      Query: { ticket: () => ({ number: "1", title: "Lamp", hours: 3 }) },
      Ticket: { __resolveReference: () => ({ number: "1", title: "Lamp", hours: 3 }) },
    },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") {
        number: ID! hours: Int @external score: Int note: String
        weight: Int @requires(fields: "hours")
      }`,
    resolvers: {
      Ticket: {
        __resolveReference: (ticket: { number: string }) =>
          ticket.number === "1" ? { ...ticket, score: 97, note: "good" } : null,
        weight: ({ hours }: { hours: number }) => hours * 10,
      },
    },
  },
});

describe("an alias that is the name of a key or of something required", () => {
  it.each([
    ["{ ticket { number: title score } }", { number: "Lamp", score: 97 }],
    ["{ ticket { score number: title } }", { score: 97, number: "Lamp" }],
    ["{ ticket { number: note score } }", { number: "good", score: 97 }],
    ["{ ticket { hours: title weight } }", { hours: "Lamp", weight: 30 }],
    ["{ ticket { weight hours: number } }", { weight: 30, hours: "1" }],
    ["{ ticket { number: hours hours: number weight } }", { number: 3, hours: "1", weight: 30 }],
    ["{ ticket { weight: score score: weight } }", { weight: 97, score: 30 }],
  ])("is the client's alone: %s", async (query, ticket) => {
    expect(await graph.ask(query)).toEqual({ data: { ticket }, errors: [] });
  });

  it("is taken for the key by Apollo's gateway, which asks for another entity or shows the key instead", async () => {
    const asked = await graph.askStock("{ ticket { number: title score } }");
    expect(asked.data).not.toEqual({ ticket: { number: "Lamp", score: 97 } });
  });
});
