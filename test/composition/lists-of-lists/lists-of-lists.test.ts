import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const names: Record<string, string> = { a: "Anhe", b: "Beili" };

const graph = federated({
  grids: {
    sdl: `type Query { rows: [[Division]!] blocks: [[[Division!]]] }
      type Division @key(fields: "code", resolvable: false) { code: ID! }`,
    resolvers: {
      Query: {
        rows: () => [[{ code: "a" }, null, { code: "b" }], [], [{ code: "a" }]],
        blocks: () => [[[{ code: "b" }], null], null, [[], [{ code: "a" }, { code: "b" }]]],
      },
    },
  },
  divisions: {
    sdl: `type Division @key(fields: "code") { code: ID! name: String }`,
    resolvers: {
      Division: { __resolveReference: ({ code }: { code: string }) => ({ code, name: names[code] }) },
    },
  },
});

describe("entities in lists of lists", () => {
  it("are joined wherever they stand, with every null and every empty list in its place", async () => {
    expect(await graph.ask("{ rows { name } }")).toEqual({
      data: { rows: [[{ name: "Anhe" }, null, { name: "Beili" }], [], [{ name: "Anhe" }]] },
      errors: [],
    });
    expect(await graph.ask("{ blocks { code name } }")).toEqual({
      data: {
        blocks: [
          [[{ code: "b", name: "Beili" }], null],
          null,
          [
            [],
            [
              { code: "a", name: "Anhe" },
              { code: "b", name: "Beili" },
            ],
          ],
        ],
      },
      errors: [],
    });
  });
});
