import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

/** One person under three keys, some composite, some that only name and do not resolve. */
const graph = federated({
  registry: {
    sdl: `type Query { anyone: Person! }
      type Person @key(fields: "id") @key(fields: "id district { code }") @key(fields: "district { code card }") {
        id: ID! district: District! name: String!
      }
      type District { code: ID! card: ID! }`,
    resolvers: {
      Query: { anyone: () => ({ id: "1", district: { code: "c", card: "k" }, name: "Wang" }) },
      Person: {
        __resolveReference: ({ id, district }: { id?: string; district?: { card?: string } }) =>
          id === "1" || district?.card === "k"
            ? { id: "1", district: { code: "c", card: "k" }, name: "Wang" }
            : null,
      },
    },
  },
  casework: {
    sdl: `type Query { file: File }
      type File @key(fields: "id") { id: ID! persons: [Person!]! }
      type Person
        @key(fields: "id", resolvable: false)
        @key(fields: "id district { code }", resolvable: false)
        @key(fields: "district { code card }") {
        id: ID! district: District! name: String! @external
        nameOnFile: String! @requires(fields: "name")
      }
      type District { code: ID! card: ID! }`,
    resolvers: {
      Query: {
        file: () => ({ id: "100", persons: [{ id: "1", district: { code: "c", card: "k" } }] }),
      },
      Person: {
        __resolveReference: ({ district, name }: { district: { card: string }; name?: string }) =>
          district.card === "k" ? { id: "1", district, name } : null,
        nameOnFile({ name }: { name?: string }) {
          if (name === undefined) throw new Error("asked without what it requires");
          return `file of ${name}`;
        },
      },
    },
  },
});
const expected = { file: { id: "100", persons: [{ id: "1", name: "Wang", nameOnFile: "file of Wang" }] } };

describe("an entity of several keys, some composite and some that do not resolve", () => {
  it("is found by whichever key leads back to the subgraph that requires something of it", async () => {
    expect(await graph.ask("{ file { id persons { id name nameOnFile } } }")).toEqual({
      data: expected,
      errors: [],
    });
  });

  it("is found from its own subgraph too", async () => {
    expect(await graph.ask("{ anyone { nameOnFile } }")).toEqual({
      data: { anyone: { nameOnFile: "file of Wang" } },
      errors: [],
    });
  });
});
