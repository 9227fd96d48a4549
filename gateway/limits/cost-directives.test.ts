import { describe, expect, it } from "vitest";
import { compose } from "../../schema/registry/compose.ts";
import { readCostDirectives } from "./cost-directives.ts";

const types = (cost: string, listSize: string) => `
  type Query {
    rows(first: Int ${cost}(weight: 2), like: Like): [Row] ${listSize}(slicingArguments: ["first"], assumedSize: 7)
    page: Page ${listSize}(assumedSize: 9, sizedFields: ["edges"]) ${cost}(weight: 3)
  }
  type Row ${cost}(weight: 4) { colour: Colour weighed: Weighed }
  type Page { edges: [Row] }
  enum Colour ${cost}(weight: 5) { RED }
  scalar Weighed ${cost}(weight: 6)
  input Like { text: String ${cost}(weight: 7) }`;

const link = (names: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;

describe("the marks of the cost specification", () => {
  it.each([
    ["by their own names", link('"@cost", "@listSize"') + types("@cost", "@listSize")],
    [
      "under names a subgraph gave them",
      link('{ name: "@cost", as: "@weight" }, { name: "@listSize", as: "@sized" }') +
        types("@weight", "@sized"),
    ],
    [
      "with no import, under federation's prefix",
      link("") + types("@federation__cost", "@federation__listSize"),
    ],
  ])("are read from the composed schema %s", (_, sdl) => {
    const composition = compose([{ name: "one", sdl }]);
    if (!composition.success) throw new Error(JSON.stringify(composition.errors));
    const { weights, listSizes } = readCostDirectives(composition.supergraph);
    expect(Object.fromEntries(weights)).toEqual({
      "Query.rows(first:)": 2,
      "Query.page": 3,
      Row: 4,
      Colour: 5,
      Weighed: 6,
      "Like.text": 7,
    });
    expect(Object.fromEntries(listSizes)).toMatchObject({
      "Query.rows": { slicingArguments: ["first"], assumedSize: 7 },
      "Query.page": { assumedSize: 9, sizedFields: ["edges"] },
    });
  });

  it("are none where no subgraph uses any", () => {
    const { weights, listSizes } = readCostDirectives("type Query { a: Int }");
    expect([weights.size, listSizes.size]).toEqual([0, 0]);
  });
});
