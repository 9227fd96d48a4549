import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapPoint } from "../place/map-point.ts";
import { areaOf, contains } from "./grid.boundary.ts";
import { cutAlong, join } from "./grid.cutting.ts";

const at = (longitude: number, latitude: number): MapPoint => ({ longitude, latitude });
const ring = (...corners: readonly (readonly [number, number])[]): MapPoint[] =>
  corners.map(([longitude, latitude]) => at(longitude, latitude));

const square = ring([0, 0], [2, 0], [2, 2], [0, 2]);
const east = ring([2, 0], [4, 0], [4, 2], [2, 2]);
const tallEast = ring([2, -1], [4, -1], [4, 3], [2, 3]);
const far = ring([9, 9], [10, 9], [10, 10], [9, 10]);
const cornerTouch = ring([2, 2], [4, 2], [4, 4], [2, 4]);
const uShape = ring([0, 0], [6, 0], [6, 4], [4, 4], [4, 2], [2, 2], [2, 4], [0, 4]);

describe("cutting a grid in two (ZY-1)", () => {
  it("gives each side its half", () => {
    const cut = cutAlong(square, { from: at(1, -1), to: at(1, 3) });
    expect(cut?.left).toEqual(ring([0, 0], [1, 0], [1, 2], [0, 2]));
    expect(cut?.right).toEqual(ring([1, 0], [2, 0], [2, 2], [1, 2]));
  });

  it.each([
    ["beside it", at(3, -1), at(3, 3)],
    ["along its edge", at(2, -1), at(2, 3)],
    ["touching one corner", at(1, 3), at(3, 1)],
  ])("is impossible with a line %s", (_, from, to) => {
    expect(cutAlong(square, { from, to })).toBeUndefined();
  });

  it("leaves no point out and gives none to both, whatever the line and the shape", () => {
    const coordinate = fc.double({ min: -1, max: 7, noNaN: true });
    const point = fc.record({ longitude: coordinate, latitude: coordinate });
    fc.assert(
      fc.property(point, point, point, (from, to, probe) => {
        const cut = cutAlong(uShape, { from, to });
        if (!cut) return;
        const inParts = Number(contains(cut.left, probe)) + Number(contains(cut.right, probe));
        expect(inParts).toBe(Number(contains(uShape, probe)));
        expect(areaOf(cut.left) + areaOf(cut.right)).toBeCloseTo(areaOf(uShape), 9);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("joining grids (ZY-1)", () => {
  it("drops the border two grids share, however they are walked", () => {
    const whole = join([square, [...east].reverse()]);
    expect(new Set(whole)).toEqual(new Set(ring([0, 0], [4, 0], [4, 2], [0, 2])));
  });

  it("joins neighbours whose corners do not meet", () => {
    const whole = join([square, tallEast]) ?? [];
    expect(areaOf(whole)).toBe(12);
    expect([contains(whole, at(1, 1)), contains(whole, at(3, 2.5)), contains(whole, at(1, 2.5))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("undoes a cut", () => {
    const cut = cutAlong(square, { from: at(-1, 0.3), to: at(3, 1.7) });
    expect(areaOf(join(cut ? [cut.left, cut.right] : []) ?? [])).toBeCloseTo(4, 9);
  });

  it.each([
    ["lie apart", [square, far]],
    ["touch in one point", [square, cornerTouch]],
    ["surround a hole", [uShape, ring([0, 4], [6, 4], [6, 5], [0, 5])]],
    ["are none", []],
  ])("is impossible for grids that %s", (_, boundaries) => expect(join(boundaries)).toBeUndefined());
});
