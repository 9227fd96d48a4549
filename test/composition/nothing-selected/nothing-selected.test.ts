import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket tickets: [Ticket!]! none: Ticket subject: Subject }
      type Mutation { close: Ticket }
      union Subject = Ticket | Unit
      interface Party { name: String }
      type Ticket { title: String unit: Unit }
      type Unit implements Party @key(fields: "code") { code: ID! name: String }`,
    resolvers: {
      Query: {
        ticket: () => ({ title: "Lamp", unit: { code: "u", name: "Water" } }),
        tickets: () => [{ title: "Lamp" }, { title: "Road" }],
        none: () => null,
        subject: () => ({ __typename: "Ticket", title: "Lamp" }),
      },
      Mutation: { close: () => ({ title: "Lamp" }) },
    },
  },
});

describe("an object of which nothing is selected after all", () => {
  it.each<[string, unknown]>([
    ["{ ticket { title @include(if: false) } }", { ticket: {} }],
    ["{ tickets { ... on Subject { ... on Unit { name } } } }", { tickets: [{}, {}] }],
    ["query ($on: Boolean = false) { ticket { title @include(if: $on) } }", { ticket: {} }],
    [
      "query ($on: Boolean = false) { ticket @skip(if: $on) { unit @include(if: $on) { name } } }",
      { ticket: {} },
    ],
    ["{ none { title @skip(if: true) } }", { none: null }],
    ["{ subject { ... on Unit { name } } }", { subject: {} }],
    [
      "{ ticket { unit { ... on Party { ... on Unit @include(if: false) { name } } } } }",
      { ticket: { unit: {} } },
    ],
    ["mutation { close { title @include(if: false) } }", { close: {} }],
  ])("is an empty object where there is one, and null where there is none: %s", async (query, data) => {
    expect(await graph.ask(query)).toEqual({ data, errors: [] });
  });

  it("is done all the same where it is a mutation", async () => {
    await graph.ask("mutation { close { title @include(if: false) } }");
    expect(graph.sent().map(({ operation }) => operation)).toEqual([
      expect.stringMatching(/^mutation.*close/),
    ]);
  });

  it("is null with Apollo's gateway, whose planner leaves the field out", async () => {
    const query =
      "query ($on: Boolean = false) { ticket @skip(if: $on) { unit @include(if: $on) { name } } }";
    expect((await graph.askStock(query)).data).toEqual({ ticket: null });
  });
});
