import { describe, expect, it } from "vitest";
import { areaOf as areaWithin, contains } from "../../../subgraphs/grids/grid/grid.boundary.ts";
import { checkGridCode } from "../../../subgraphs/shared/codes.ts";
import { frameOf } from "./frame.ts";
import { estates, type Grid, gridRow, liesIn } from "./grids.ts";
import { networkGrids } from "./network-grids.ts";
import { partyBranches } from "./party-branches.ts";
import { placeAliases } from "./place-aliases.ts";
import { areaOf, type Point } from "./rectangle.ts";

const demo = frameOf("grids", "demo", "2026-11-01");
const boundaryOf = (grid: Grid) =>
  gridRow(grid).boundary.map(([longitude, latitude]) => ({ longitude, latitude }));

/** Corners of all shapes and points a hair beside them: where neighbours would quarrel. */
function borderPoints(grids: readonly Grid[]): Point[] {
  const corners = grids.flatMap(({ land, cuts }) => [land, ...cuts.map((cut) => cut.land)]);
  const xs = [...new Set(corners.flatMap(({ west, east }) => [west, east - 1, east]))];
  const ys = [...new Set(corners.flatMap(({ south, north }) => [south, north - 1, north]))];
  return xs.flatMap((x) => ys.map((y) => ({ x, y })));
}

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

  it("cover their community, and every point lies in one of them: edges as the grid centre counts them", () => {
    for (const [community, grids] of demo.gridsIn) {
      const boundaries = grids.map(boundaryOf);
      const covered = boundaries.reduce((sum, boundary) => sum + areaWithin(boundary), 0);
      expect(covered * 1e12).toBeCloseTo(areaOf(community.land), -2);
      const { west, south, east, north } = community.land;
      for (const { x, y } of borderPoints(grids)) {
        if (x < west || x >= east || y < south || y >= north) continue;
        const point = { longitude: x / 1e6, latitude: y / 1e6 };
        const here = grids.filter((grid) => liesIn(grid, { x, y }));
        expect(here).toHaveLength(1);
        expect(grids.filter((_, index) => contains(boundaries[index] ?? [], point))).toEqual(here);
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
