import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOf, type Boundary, contains } from "../grid/grid.boundary.ts";
import { cutAlong } from "../grid/grid.cutting.ts";
import type { MapPoint } from "../place/map-point.ts";
import { besides, outlineOf, pointInside } from "./outline.drawing.ts";

const ring = (...corners: readonly (readonly [number, number])[]): MapPoint[] =>
  corners.map(([longitude, latitude]) => ({ longitude, latitude }));
const square = (west: number, south: number, east = west + 1, north = south + 1): MapPoint[] =>
  ring([west, south], [east, south], [east, north], [west, north]);

const drawn = (pieces: readonly Boundary[]) =>
  outlineOf(pieces).map(({ corners, hole }) => ({
    hole,
    corners: corners.map(({ longitude, latitude }) => [longitude, latitude]),
  }));

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

describe("the outline of pieces of land", () => {
  it.each<[string, Boundary[], unknown]>([
    ["one piece, walked clockwise", [square(0, 0).reverse()], [{ hole: false, corners: box(0, 0, 1, 1) }]],
    ["two that share a side", [square(0, 0), square(1, 0)], [{ hole: false, corners: box(0, 0, 2, 1) }]],
    [
      "two beside a longer one: their common corner lies on its side",
      [square(0, 0), square(0, 1), square(1, 0, 2, 2)],
      [{ hole: false, corners: box(0, 0, 2, 2) }],
    ],
    [
      "two that lie apart, the larger first",
      [square(0, 0), square(5, 5, 7, 7)],
      [
        { hole: false, corners: box(5, 5, 7, 7) },
        { hole: false, corners: box(0, 0, 1, 1) },
      ],
    ],
    [
      "two that touch in a corner: two parts still",
      [square(0, 0), square(1, 1, 3, 3)],
      [
        { hole: false, corners: box(1, 1, 3, 3) },
        { hole: false, corners: box(0, 0, 1, 1) },
      ],
    ],
    [
      "pieces around a lake",
      [square(0, 0, 3, 1), square(0, 2, 3, 3), square(0, 1), square(2, 1)],
      [
        { hole: false, corners: box(0, 0, 3, 3) },
        {
          hole: true,
          corners: [
            [1, 1],
            [1, 2],
            [2, 2],
            [2, 1],
          ],
        },
      ],
    ],
    ["nothing", [], []],
  ])("%s", (_, pieces, rings) => {
    expect(drawn(pieces)).toEqual(rings);
  });

  it("covers what its pieces cover, whatever way land was cut up", () => {
    const coordinate = fc.integer({ min: 1, max: 99 });
    const cut = fc.tuple(coordinate, coordinate, fc.boolean(), fc.nat());
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 12 }), fc.nat(), (cuts, dropped) => {
        const whole = square(0, 0, 100, 100);
        const pieces = cuts.reduce<Boundary[]>(
          (land, [from, to, isUpright, which]) => {
            const line = isUpright
              ? { from: { longitude: from, latitude: 0 }, to: { longitude: to, latitude: 100 } }
              : { from: { longitude: 0, latitude: from }, to: { longitude: 100, latitude: to } };
            const chosen = land[which % land.length] ?? whole;
            const parts = cutAlong(chosen, line);
            return parts ? [...land.filter((each) => each !== chosen), parts.left, parts.right] : land;
          },
          [whole],
        );
        expect(drawn(pieces)).toEqual([{ hole: false, corners: box(0, 0, 100, 100) }]);
        // One piece taken away: the rest covers the rest.
        const left = pieces.filter((_, index) => index !== dropped % pieces.length);
        const area = outlineOf(left).reduce(
          (sum, { corners, hole }) => sum + (hole ? -1 : 1) * areaOf(corners),
          0,
        );
        expect(area).toBeCloseTo(
          left.reduce((sum, piece) => sum + areaOf(piece), 0),
          2,
        );
      }),
      // The second cut comes to the first one's corner by another rounding.
      {
        examples: [
          [
            [
              [57, 2, true, 0],
              [57, 1, true, 0],
            ],
            0,
          ],
        ],
      },
    );
  });
});

describe("a grid drawn into another", () => {
  const ground = [square(0, 0, 4, 4)];

  it.each([
    ["in its corner", square(3, 3), []],
    ["beside it", square(4, 3), [square(4, 3)]],
    ["cut out of an L", square(2, 2, 4, 4), [square(2, 2, 4, 4)]],
  ])("%s", (what, piece, left) => {
    const lShape = ring([0, 0], [4, 0], [4, 2], [2, 2], [2, 4], [0, 4]);
    expect(besides([piece], what === "cut out of an L" ? [lShape] : ground)).toEqual(left);
  });

  it("is known by a point inside it, whatever its shape", () => {
    const shapes = [
      square(0, 0),
      ring([0, 0], [4, 0], [4, 4], [3, 4], [3, 1], [1, 1], [1, 4], [0, 4]),
      ring([0, 0], [2, 1], [4, 0], [2, 4]),
    ];
    for (const shape of shapes) expect(contains(shape, pointInside(shape))).toBe(true);
  });
});
