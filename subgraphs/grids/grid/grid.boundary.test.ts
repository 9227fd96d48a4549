import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapPoint } from "../place/map-point.ts";
import { areaOf, contains, polygonColumn } from "./grid.boundary.ts";

const ring = (...corners: readonly (readonly [number, number])[]): MapPoint[] =>
  corners.map(([longitude, latitude]) => ({ longitude, latitude }));
const at = (longitude: number, latitude: number): MapPoint => ({ longitude, latitude });

const square = ring([0, 0], [2, 0], [2, 2], [0, 2]);
const lShape = ring([0, 0], [4, 0], [4, 4], [2, 4], [2, 2], [0, 2]);

describe("a grid's boundary", () => {
  it.each([
    ["inside", square, at(1, 1), true],
    ["on its western edge", square, at(0, 1), true],
    ["on its southern edge", square, at(1, 0), true],
    ["on its eastern edge", square, at(2, 1), false],
    ["on its northern edge", square, at(1, 2), false],
    ["on its south-western corner", square, at(0, 0), true],
    ["on its north-eastern corner", square, at(2, 2), false],
    ["in the notch of an L", lShape, at(1, 3), false],
    ["in the arm of an L", lShape, at(3, 3), true],
    ["far away", square, at(9, 9), false],
  ])("a point %s", (_, boundary, point, expected) => {
    expect(contains(boundary, point)).toBe(expected);
    expect(contains([...boundary].reverse(), point), "walked the other way").toBe(expected);
  });

  it("gives every point of shared land to exactly one of two grids with a slanting border", () => {
    const coordinate = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (south, north, x, y) => {
        const west = ring([0, 0], [south, 0], [north, 1000], [0, 1000]);
        const east = ring([1000, 1000], [north, 1000], [south, 0], [1000, 0]);
        const point = at(Math.min(x, 999), Math.min(y, 999));
        expect(Number(contains(west, point)) + Number(contains(east, point))).toBe(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it("measures the area of an L", () => expect(areaOf(lShape)).toBe(12));

  it("comes back from its column as it went in", () => {
    const exact = ring([117.1234567, 40.1], [117.2, 40.1], [117.15, 40.2]);
    expect(polygonColumn.from(polygonColumn.to(exact))).toEqual(exact);
  });
});
