import { describe, expect, it } from "vitest";
import {
  areaOf as areaWithin,
  type Boundary,
  contains,
} from "../../../subgraphs/grids/grid/grid.boundary.ts";
import { outlineOf } from "../../../subgraphs/grids/outline/outline.drawing.ts";
import type { MapPoint } from "../../../subgraphs/grids/place/map-point.ts";
import { checkGridCode } from "../../../subgraphs/shared/codes.ts";
import { coordinateOf } from "./borders.ts";
import { frameOf } from "./frame.ts";
import { covers, estates, type Grid, gridRow, pointIn } from "./grids.ts";
import { networkGrids } from "./network-grids.ts";
import { partyBranches } from "./party-branches.ts";
import { placeAliases } from "./place-aliases.ts";
import { Random } from "./random.ts";

const demo = frameOf("grids", "demo", "2026-11-01");
const boundaryOf = (grid: Grid) =>
  gridRow(grid).boundary.map(([longitude, latitude]) => ({ longitude, latitude }));

/** Corners of all shapes and places a hair beside them: where neighbours would quarrel. */
const borderPlaces = (grids: readonly Grid[]): MapPoint[] =>
  grids
    .flatMap(boundaryOf)
    .flatMap(({ longitude, latitude }) =>
      [-1e-6, 0, 1e-6].flatMap((east) =>
        [-1e-6, 0, 1e-6].map((north) => ({ longitude: longitude + east, latitude: latitude + north })),
      ),
    );

/** Not so near to the edge that straightened corners could have left it out. */
const isInside = (outline: Boundary, { longitude, latitude }: MapPoint): boolean =>
  [-1e-5, 1e-5].every((east) =>
    [-1e-5, 1e-5].every((north) =>
      contains(outline, { longitude: longitude + east, latitude: latitude + north }),
    ),
  );

describe("grids", () => {
  it("have 300–400 households each when basic, none when exclusive (ZY-1, ZY-2)", () => {
    for (const { kind, households, institution } of demo.grids) {
      if (kind === "EXCLUSIVE") expect([households, institution]).toEqual([0, expect.any(String)]);
      else {
        expect(households).toBeGreaterThanOrEqual(300);
        expect(households).toBeLessThanOrEqual(400);
      }
    }
  });

  it("have codes of 15 digits, each its own, within their community (CJ/T 213)", () => {
    expect(new Set(demo.grids.map(({ code }) => code)).size).toBe(demo.grids.length);
    for (const { code, community } of demo.grids) {
      expect(checkGridCode(code)).toBeUndefined();
      expect(code.startsWith(community.code)).toBe(true);
    }
  });

  it("cover their community, and every place in it lies in one of them: edges as the grid centre counts them", () => {
    for (const grids of demo.gridsIn.values()) {
      const boundaries = grids.map(boundaryOf);
      const outline = outlineOf(boundaries);
      expect(outline.map(({ hole }) => hole)).toEqual([false]);
      const covered = boundaries.reduce((sum, boundary) => sum + areaWithin(boundary), 0);
      // Borders run to the decimetre: of some square kilometres a few square metres are lost in straight corners.
      expect(areaWithin(outline[0]?.corners ?? []) / covered).toBeCloseTo(1, 3);
      for (const place of borderPlaces(grids)) {
        const isHere = contains(outline[0]?.corners ?? [], place);
        const here = grids.filter((_, index) => contains(boundaries[index] ?? [], place));
        expect(here.length).toBeLessThanOrEqual(1);
        if (isHere && isInside(outline[0]?.corners ?? [], place)) expect(here).toHaveLength(1);
      }
    }
  });

  it("are found where the plan set them: what is placed in a grid lies in it on the map", () => {
    const random = Random.seeded("places");
    for (const grid of demo.grids) {
      for (let count = 0; count < 20; count++) {
        const place = coordinateOf(pointIn(grid, random));
        expect(demo.gridsIn.get(grid.community)?.filter((each) => covers(each, place))).toEqual([grid]);
      }
    }
  });

  it("come with every institution (ZY-2)", () => {
    const institutions = new Set(demo.grids.map(({ institution }) => institution));
    expect(institutions).toEqual(new Set([null, "MARKET", "SCHOOL", "HOSPITAL", "PARK"]));
  });

  it("share party branches: fewer branches than grids, and some serve several (GZ-13)", () => {
    const branches = [...partyBranches(demo)];
    expect(branches.length).toBeLessThan(demo.basicGrids.length);
    expect(branches.some(({ gridCodes }) => gridCodes.filter((code) => code[12] === "0").length > 1)).toBe(
      true,
    );
    expect(branches.flatMap(({ gridCodes }) => gridCodes).sort()).toEqual(
      demo.grids.map(({ code }) => code).sort(),
    );
  });

  it("set the named places where they belong", () => {
    const south = demo.grids.filter(({ placeName }) => placeName === "南区回迁小区");
    expect(south.map(({ households }) => households)).toEqual([383, 384]);
    expect(new Set(south.map(({ estateCode }) => estateCode)).size).toBe(1);
    expect([...estates(demo.grids)].filter(({ name }) => name === "南区回迁小区")).toHaveLength(1);
    expect(demo.grids).toContainEqual(
      expect.objectContaining({ placeName: "西长街水产畜禽市场", institution: "MARKET" }),
    );
  });

  it("are known by other names, each once to a place", () => {
    const names = [...placeAliases(demo)].map(({ name, withinCode, divisionCode, estateCode, gridCode }) =>
      [name, withinCode, divisionCode, estateCode, gridCode].join("|"),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("keep their ids in four networks where networks were joined (BJ-5)", () => {
    const rows = [...networkGrids(demo)];
    expect(new Set(rows.map(({ network }) => network)).size).toBe(4);
    expect(new Set(rows.map(({ network, networkGridId }) => network + networkGridId)).size).toBe(rows.length);
  });

  it("count as the source texts count, where a district is whole (GZ-13, ZY-1, ZY-2)", () => {
    const city = frameOf("grids", "city", "2026-11-01");
    const inTown = (district: string) =>
      city.grids.filter(
        ({ community }) =>
          community.urban && community.street.districtCode === district && community.code[6] === "0",
      );
    const ganzhou = inTown("620702");
    const zhaoyuan = inTown("370685");
    const basic = (grids: readonly Grid[]) => grids.filter(({ kind }) => kind === "BASIC");
    expect(basic(ganzhou)).toHaveLength(112);
    expect(new Set(basic(ganzhou).map(({ branchCode }) => branchCode)).size).toBe(47);
    expect(basic(zhaoyuan)).toHaveLength(177);
    expect(zhaoyuan).toHaveLength(177 + 357);
  });
});
