import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  whistles: {
    sdl: `type Query { whistle: Whistle }
      type Whistle @key(fields: "id") { id: ID! leader: Officer @provides(fields: "name unit { name }") deputy: Officer note: String }
      type Officer @key(fields: "id") { id: ID! name: String @external unit: Unit @external }
      type Unit @key(fields: "code") { code: ID! name: String @external }`,
    resolvers: {
      Query: {
        whistle: () => ({
          id: "w",
          leader: { id: "1", name: "Li", unit: { code: "u", name: "Water" } },
          deputy: { id: "2", name: "wrong", unit: { code: "u", name: "wrong" } },
          note: "before",
        }),
      },
    },
  },
  units: {
    sdl: `type Officer @key(fields: "id") { id: ID! name: String @shareable unit: Unit @shareable secret: String @inaccessible }
      type Unit @key(fields: "code") { code: ID! name: String @shareable }`,
    resolvers: {
      Officer: {
        __resolveReference: ({ id }: { id: string }) => ({
          id,
          name: `officer ${id}`,
          unit: { code: "u", name: "Water" },
        }),
      },
      Unit: { __resolveReference: ({ code }: { code: string }) => ({ code, name: "Water" }) },
    },
  },
  archive: {
    sdl: `type Whistle @key(fields: "id") { id: ID! note: String @override(from: "whistles") }`,
    resolvers: { Whistle: { __resolveReference: ({ id }: { id: string }) => ({ id, note: "after" }) } },
  },
});
const asked = () => graph.sent().map(({ subgraph }) => subgraph);

describe("who is asked", () => {
  it("is the subgraph at hand for what it provides on this path, and the owner on any other", async () => {
    const { data } = await graph.ask("{ whistle { leader { name unit { name } } } }");
    expect(data).toEqual({ whistle: { leader: { name: "Li", unit: { name: "Water" } } } });
    expect(asked()).toEqual(["whistles"]);
    expect((await graph.ask("{ whistle { deputy { name } } }")).data).toEqual({
      whistle: { deputy: { name: "officer 2" } },
    });
    expect(asked()).toEqual(["whistles", "units"]);
  });

  it("is the new owner of a field that was taken over", async () => {
    expect((await graph.ask("{ whistle { note } }")).data).toEqual({ whistle: { note: "after" } });
    expect(asked()).toEqual(["whistles", "archive"]);
  });

  it("is nobody for what the graph does not show", async () => {
    const { data, errors } = await graph.ask("{ whistle { leader { secret } } }");
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(asked()).toEqual([]);
  });
});
