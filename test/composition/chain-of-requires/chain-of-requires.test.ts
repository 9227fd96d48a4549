import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const refusing =
  <T>(field: string, value: (given: T) => unknown) =>
  (ticket: Record<string, unknown>) => {
    if (ticket[field] === undefined) throw new Error(`asked without ${field}`);
    return value(ticket[field] as T);
  };

/** `priority` needs `weight` needs `size`, and the ticket is found where `weight` is computed. */
const graph = federated({
  tickets: {
    sdl: `type Ticket @key(fields: "number") { number: ID! size: Int }`,
    resolvers: { Ticket: { __resolveReference: ({ number }: { number: string }) => ({ number, size: 4 }) } },
  },
  whistles: {
    sdl: `type Query { whistle: Whistle }
      type Whistle { ticket: Ticket }
      type Ticket @key(fields: "number") {
        number: ID! size: Int @external weight: Int @requires(fields: "size")
      }`,
    resolvers: {
      Query: { whistle: () => ({ ticket: { number: "1" } }) },
      Ticket: { weight: refusing<number>("size", (size) => size * 10) },
    },
  },
  evaluation: {
    sdl: `type Ticket @key(fields: "number") {
        number: ID! weight: Int @external priority: String @requires(fields: "weight")
      }`,
    resolvers: { Ticket: { priority: refusing<number | null>("weight", (weight) => `P${weight}`) } },
  },
});

describe("a requirement that has one of its own", () => {
  it.each([
    ["{ whistle { ticket { weight } } }", { weight: 40 }],
    ["{ whistle { ticket { priority } } }", { priority: "P40" }],
    ["{ whistle { ticket { number weight priority } } }", { number: "1", weight: 40, priority: "P40" }],
  ])("is met before it is handed on: %s", async (query, ticket) => {
    expect(await graph.ask(query)).toEqual({ data: { whistle: { ticket } }, errors: [] });
  });

  it("is handed on unmet by Apollo's gateway, whose planner asks for it where the entity is found", async () => {
    const { data } = await graph.askStock("{ whistle { ticket { priority } } }");
    expect(data).toEqual({ whistle: { ticket: { priority: "Pnull" } } });
  });
});
