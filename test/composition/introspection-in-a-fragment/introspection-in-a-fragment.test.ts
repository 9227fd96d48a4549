import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: "type Query { title: String number: Int }",
    resolvers: { Query: { title: () => "Lamp", number: () => 1 } },
  },
  units: { sdl: "type Query { unit: String }", resolvers: { Query: { unit: () => "Water" } } },
});
const query = `query ($on: Boolean = true) {
  title
  ... on Query @include(if: $on) { unit schema: __schema { queryType { name } } __type(name: "Nothing") { name } }
}`;

describe("questions about the schema among questions of data", () => {
  it("are answered in their place, inside a conditional fragment too", async () => {
    const { data, errors } = await graph.ask(query);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        title: "Lamp",
        unit: "Water",
        schema: { queryType: { name: "Query" } },
        __type: null,
      }),
    );
    expect((await graph.ask(query, { on: false })).data).toEqual({ title: "Lamp" });
  });

  it("cannot be planned there by Apollo's gateway", async () => {
    await expect(graph.askStock(query)).rejects.toThrow("Was not able to find any options");
  });
});
