import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  eastGrid,
  type GridsTest,
  huijing,
  openMafang,
  people,
  villageGrid,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

interface Outlined {
  readonly rings: { readonly hole: boolean; readonly corners: { longitude: number; latitude: number }[] }[];
  readonly synthetic: boolean;
}
const outlineFields = "outline { synthetic rings { hole corners { longitude latitude } } }";

async function outlines(codes: readonly string[]): Promise<(Outlined | null)[]> {
  const { data, errors } = await mafang.ask<{ _entities: { outline: Outlined | null }[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Division { ${outlineFields} } } }`,
    { of: codes.map((code) => ({ __typename: "Division", code })) },
    {},
  );
  expect(errors).toEqual([]);
  return data._entities.map(({ outline }) => outline);
}

/** The one ring an outline has, as its westernmost, southernmost, easternmost and northernmost degrees. */
const extent = (outline: Outlined | null | undefined) => {
  expect(outline?.rings.map(({ hole }) => hole)).toEqual([false]);
  const corners = outline?.rings[0]?.corners ?? [];
  expect(corners).toHaveLength(4);
  const [longitudes, latitudes] = [
    corners.map(({ longitude }) => longitude),
    corners.map(({ latitude }) => latitude),
  ];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
};

describe("the outline of a division (区划轮廓)", () => {
  it("is that of the grids below it, at every level, for anybody", async () => {
    const [community, village, town, city] = await outlines([huijing, "110117005201", "110117005", "11"]);
    expect(community?.synthetic).toBe(true);
    expect(extent(community)).toEqual([117, 40, 117.03, 40.02]);
    expect(extent(village)).toEqual([117, 40.02, 117.03, 40.03]);
    expect(extent(town)).toEqual([117, 40, 117.03, 40.03]);
    expect(city).toEqual(town);
  });

  it("is null where nothing is drawn, and no grid of a neighbour's counts", async () => {
    expect(await outlines(["370685003", "110117004"])).toEqual([null, null]);
  });

  it("takes the land a community was given while its grids are not drawn, and only then", async () => {
    const land = "((117,40.03),(117.03,40.03),(117.03,40.05),(117,40.05))";
    const give = (code: string) =>
      mafang.database.query("UPDATE division SET land = $2, land_synthetic = false WHERE code = $1", [
        code,
        land,
      ]);
    await give("110117004001");
    await give(huijing);
    const [ungridded, gridded, both] = await outlines(["110117004001", huijing, "110117"]);
    expect(ungridded?.synthetic).toBe(false);
    expect(extent(ungridded)).toEqual([117, 40.03, 117.03, 40.05]);
    expect(extent(gridded)).toEqual([117, 40, 117.03, 40.02]);
    expect(both?.synthetic).toBe(true);
    expect(extent(both)).toEqual([117, 40, 117.03, 40.05]);
    await mafang.database.query("UPDATE division SET land = NULL, land_synthetic = NULL");
  });

  it("is drawn for a whole list of divisions in one statement", async () => {
    const statements = await mafang.statements(async () => {
      const { data, errors } = await mafang.ask<{ divisions: { edges: unknown[] } }>(
        `{ divisions(within: "11", first: 100) { edges { node { code ${outlineFields} } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data.divisions.edges.length).toBeGreaterThan(5);
    });
    expect(statements).toBe(2);
  });

  it("is of the grids as they are now, after each split and merge, and of those in force alone", async () => {
    const before = await outlines([huijing, "110117"]);
    const asLeader = { as: people.streetLeader };
    const cut = `from: { longitude: 117.005, latitude: 39 } to: { longitude: 117.007, latitude: 41 }`;
    const split = await mafang.ask<{ splitGrid: { successors: { code: string }[] } }>(
      `mutation { splitGrid(input: { grid: "${westGrid}", ${cut}, leftName: "西", rightName: "东" },
         idempotencyKey: "outline-split") { successors { code } } }`,
      {},
      asLeader,
    );
    expect(split.errors).toEqual([]);
    expect(await outlines([huijing, "110117"])).toEqual(before);

    const merged = split.data.splitGrid.successors.map(({ code }) => code).sort()[1];
    const merge = await mafang.ask(
      `mutation { mergeGrids(input: { grids: ["${merged}", "${eastGrid}"], name: "东" },
         idempotencyKey: "outline-merge") { code } }`,
      {},
      asLeader,
    );
    expect(merge.errors).toEqual([]);
    expect(await outlines([huijing, "110117"])).toEqual(before);

    await mafang.database.query("UPDATE grid SET valid_to = '2020-01-01' WHERE code = $1", [villageGrid]);
    const [town] = await outlines(["110117005"]);
    expect(extent(town)).toEqual([117, 40, 117.03, 40.02]);
  });
});
