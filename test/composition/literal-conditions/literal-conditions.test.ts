import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { ticket: Ticket }
      type Ticket @key(fields: "number") { number: ID! }`,
    resolvers: { Query: { ticket: () => ({ number: "t1" }) } },
  },
  archive: {
    sdl: `type Ticket @key(fields: "number") { number: ID! folder: Folder }
      type Folder { label: String pages: [String!]! }`,
    resolvers: {
      Ticket: { folder: () => ({ label: "A" }) },
      Folder: {
        pages: () => {
          throw new Error("the archive is shut");
        },
      },
    },
  },
});
const query = "query ($on: Boolean!) { ticket @include(if: $on) { folder { label pages @skip(if: true) } } }";

describe("a field that a literal condition leaves out, below one that a variable decides on", () => {
  it("is not asked for, and cannot fail", async () => {
    expect(await graph.ask(query, { on: true })).toEqual({
      data: { ticket: { folder: { label: "A" } } },
      errors: [],
    });
    expect(graph.sent().some(({ operation }) => operation.includes("pages"))).toBe(false);
  });

  it("is asked for by Apollo's gateway, and its failure takes others along", async () => {
    const { data } = await graph.askStock(query, { on: true });
    expect(data).toEqual({ ticket: { folder: null } });
  });
});
