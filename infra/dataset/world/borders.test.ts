import { describe, expect, it } from "vitest";
import { areaOf } from "../../../subgraphs/grids/grid/grid.boundary.ts";
import { outlineOf } from "../../../subgraphs/grids/outline/outline.drawing.ts";
import { districts } from "./districts.ts";
import { frameOf } from "./frame.ts";
import type { ScaleName } from "./scale.ts";
import { landedDivisions } from "./undrawn-land.ts";

/** Every piece of land of a world by the code of its grid, or of the community whose grids are not drawn. */
function piecesOf(scale: ScaleName) {
  const frame = frameOf("borders", scale, "2026-11-01");
  const drawn = frame.grids.map(({ code, boundary }) => ({ code, boundary }));
  const undrawn = [...landedDivisions(frame)].flatMap(({ code, land }) =>
    land ? { code, boundary: land } : [],
  );
  return [...drawn, ...undrawn].map(({ code, boundary }) => ({
    code,
    boundary: boundary.map(([longitude, latitude]) => ({ longitude, latitude })),
  }));
}

/** What a map of a division shows: its parts, one level below. */
function mapOf(pieces: ReturnType<typeof piecesOf>, division: string, digits: number) {
  const parts = new Map<string, (typeof pieces)[number]["boundary"][]>();
  for (const { code, boundary } of pieces.filter((piece) => piece.code.startsWith(division))) {
    const part = code.slice(0, digits);
    parts.set(part, [...(parts.get(part) ?? []), boundary]);
  }
  return [...parts].map(([code, boundaries]) => ({ code, outline: { rings: outlineOf(boundaries) } }));
}

describe.each<ScaleName>(["demo", "city"])("the map of the %s world", (scale) => {
  const pieces = piecesOf(scale);

  it.each(districts.map(({ code, name }) => [code, name]))(
    "of %s %s has every sub-district in one piece, without gaps or overlaps, and is small enough to send",
    (district) => {
      const streets = mapOf(pieces, district, 9);
      const rings = streets.flatMap(({ outline }) => outline.rings);
      expect(rings.map(({ hole }) => hole)).toEqual(streets.map(() => false));
      const [whole, ...others] = outlineOf(
        pieces.filter(({ code }) => code.startsWith(district)).map(({ boundary }) => boundary),
      );
      expect(others).toEqual([]);
      const covered = rings.reduce((sum, { corners }) => sum + areaOf(corners), 0);
      expect(areaOf(whole?.corners ?? []) / covered).toBeCloseTo(1, 4);
      expect(JSON.stringify(streets).length).toBeLessThan(100_000);
    },
  );

  it("has every community in one piece, with the land of its district", () => {
    for (const { code } of districts) {
      const communities = mapOf(pieces, code, 12).flatMap(({ outline }) => outline.rings);
      expect(communities.some(({ hole }) => hole)).toBe(false);
      const covered = communities.reduce((sum, { corners }) => sum + areaOf(corners), 0);
      const [whole, ...others] = outlineOf(
        pieces.filter((piece) => piece.code.startsWith(code)).map(({ boundary }) => boundary),
      );
      expect(others).toEqual([]);
      expect(areaOf(whole?.corners ?? []) / covered).toBeCloseTo(1, 4);
    }
  });

  it("has no slivers: nothing is much longer than it is wide", () => {
    const lean = pieces.filter(({ boundary }) => {
      const around = boundary.reduce((sum, corner, index) => {
        const next = boundary[(index + 1) % boundary.length] ?? corner;
        return sum + Math.hypot(next.longitude - corner.longitude, next.latitude - corner.latitude);
      }, 0);
      // A square has 0.79, a strip ten times as long as wide 0.26.
      return (4 * Math.PI * areaOf(boundary)) / around ** 2 < 0.26;
    });
    expect(lean).toEqual([]);
  });
});
