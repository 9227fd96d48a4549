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

describe("an entity of several keys, some composite and some that do not resolve", () => {
  /** Apollo's planner goes back by a key that does not resolve there. Its plan cannot be carried out; nor is it made up. */
  it("has no value, and says so in its place, where the plan leads back by a key that does not resolve", async () => {
    const { data, errors } = await graph.ask("{ file { id persons { id name nameOnFile } } }");
    expect(data).toEqual({ file: null });
    expect(errors).toEqual([
      { path: ["file", "persons", 0, "nameOnFile"], code: expect.stringMatching(/^[A-Z_]+$/) },
    ]);
  });

  it("is found from its own subgraph too", async () => {
    expect(await graph.ask("{ anyone { nameOnFile } }")).toEqual({
      data: { anyone: { nameOnFile: "file of Wang" } },
      errors: [],
    });
  });
});
