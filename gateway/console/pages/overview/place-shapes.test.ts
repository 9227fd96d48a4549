import { describe, expect, it } from "vitest";
import { polygonsOf, shapesBelow } from "./place-shapes.ts";
import type { OverviewPlacesQuery } from "./places.graphql.ts";

const square = (west: number, south: number, size: number) =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
  ].map(([longitude = 0, latitude = 0]) => ({ longitude, latitude }));
const part = (west: number, south: number, size: number) => ({
  hole: false,
  corners: square(west, south, size),
});
const hole = (west: number, south: number, size: number) => ({
  hole: true,
  corners: square(west, south, size),
});
/** South-west corners, the outer ring's first, by which rings are told apart. */
const corners = (polygons: ReturnType<typeof polygonsOf>) =>
  polygons.map((polygon) => polygon.map(([first]) => first));

describe("the polygons of an outline", () => {
  it("are closed", () => {
    const [[ring = []] = []] = polygonsOf([part(0, 0, 2)]);
    expect(ring).toHaveLength(5);
    expect(ring.at(-1)).toEqual(ring[0]);
  });

  it.each([
    ["of several parts", [part(0, 0, 4), part(9, 9, 2)], [[[0, 0]], [[9, 9]]]],
    [
      "with a hole in the part it lies in",
      [part(0, 0, 9), part(20, 20, 4), hole(21, 21, 1)],
      [
        [[0, 0]],
        [
          [20, 20],
          [21, 21],
        ],
      ],
    ],
    [
      "with a part in a hole, and a hole in that",
      [part(0, 0, 9), hole(1, 1, 7), part(2, 2, 5), hole(3, 3, 1)],
      [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [2, 2],
          [3, 3],
        ],
      ],
    ],
    ["without any ring", [], []],
  ])("%s", (_, rings, expected) => {
    expect(corners(polygonsOf(rings))).toEqual(expected);
  });
});

describe("the shapes below a place", () => {
  const pageInfo = { hasNextPage: false, endCursor: null };
  const division: NonNullable<OverviewPlacesQuery["division"]> = {
    code: "430105",
    name: "开福区",
    level: "DISTRICT",
    path: [],
    children: {
      edges: [
        { node: { code: "430105001", name: "甲", outline: { synthetic: true, rings: [part(0, 0, 2)] } } },
        { node: { code: "430105002", name: "乙", outline: null } },
      ],
      pageInfo,
    },
  };
  const names = (shapes: ReturnType<typeof shapesBelow>) =>
    shapes.features.map(({ properties }) => properties.name);

  it("leave out what is not drawn", () => {
    expect(names(shapesBelow({ ...division }))).toEqual(["430105001"]);
    expect(names(shapesBelow(null))).toEqual([]);
  });

  it("of a community are its grids, an institution's own upon the others", () => {
    const grid = (code: string, kind: "BASIC" | "EXCLUSIVE") => ({
      node: { code, name: code, kind, synthetic: true, boundary: square(0, 0, 1) },
    });
    const grids = { edges: [grid("001", "EXCLUSIVE"), grid("002", "BASIC")], pageInfo };
    expect(names(shapesBelow({ ...division, children: { edges: [], pageInfo }, grids }))).toEqual([
      "002",
      "001",
    ]);
  });
});
