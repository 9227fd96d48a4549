import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket unit: Unit }
      interface Party { name: String }
      union Subject = Ticket | Unit
      type Ticket { title: String unit: Unit }
      type Unit implements Party { name: String code: ID! }`,
    resolvers: {
      Query: {
        ticket: () => ({ title: "Lamp", unit: { name: "Water", code: "u" } }),
        unit: () => ({ name: "Water", code: "u" }),
      },
    },
  },
});

describe("a fragment on a type inside a fragment on a wider one", () => {
  it.each([
    ["{ ticket { ... on Subject { ... on Ticket { title } } } }", { ticket: { title: "Lamp" } }],
    ["{ ticket { ... on Subject { ... on Unit { name } } } }", { ticket: {} }],
    [
      "{ unit { ...S } } fragment S on Subject { ...P } fragment P on Party { ... on Unit { code } name }",
      {
        unit: { code: "u", name: "Water" },
      },
    ],
  ])("applies to what the object is: %s", async (query, data) => {
    expect(await graph.ask(query)).toEqual({ data, errors: [] });
  });

  it("is lost by Apollo's executor, which forgets what the object was", async () => {
    const { data } = await graph.askStock("{ ticket { ... on Subject { ... on Ticket { title } } } }");
    expect(data).toEqual({ ticket: {} });
  });
});
