import type { ValueTransformer } from "typeorm";
import type { MapPoint } from "../place/map-point.ts";

/** The corners of a grid in order, WGS84, the first not repeated at the end. */
export type Boundary = readonly MapPoint[];

/**
 * Whether the point lies inside, half-open: of two grids that share an edge, exactly one has a point on it, the eastern
 * or northern one. PostgreSQL's own test counts the edge to both.
 */
export function contains(boundary: Boundary, { longitude, latitude }: MapPoint): boolean {
  let inside = false;
  for (const [index, corner] of boundary.entries()) {
    const before = boundary.at(index - 1) ?? corner;
    if (corner.latitude > latitude === before.latitude > latitude) continue;
    // Always from the southern end, so that neighbours who walk the edge in opposite directions round alike.
    const [south, north] = corner.latitude < before.latitude ? [corner, before] : [before, corner];
    const share = (latitude - south.latitude) / (north.latitude - south.latitude);
    if (longitude >= south.longitude + share * (north.longitude - south.longitude)) inside = !inside;
  }
  return inside;
}

/** Area in square degrees, by the shoelace formula: only good for comparing neighbours. */
export function areaOf(boundary: Boundary): number {
  const doubled = boundary.reduce((sum, corner, index) => {
    const before = boundary.at(index - 1) ?? corner;
    return sum + before.longitude * corner.latitude - corner.longitude * before.latitude;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** How a boundary is kept in a `polygon` column. */
export const polygonColumn: ValueTransformer = {
  to: (boundary: Boundary) =>
    `(${boundary.map(({ longitude, latitude }) => `(${longitude},${latitude})`).join(",")})`,
  from: (polygon: string): Boundary => {
    const numbers = polygon.replaceAll(/[()]/g, "").split(",").map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, index) => ({
      longitude: numbers[2 * index] ?? Number.NaN,
      latitude: numbers[2 * index + 1] ?? Number.NaN,
    }));
  },
};
