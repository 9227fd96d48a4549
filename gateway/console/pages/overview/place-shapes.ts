import type { OverviewPlacesQuery } from "./places.graphql.ts";

/** A map as the chart library takes it. */
export interface Shapes {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly properties: { readonly name: string };
    readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };
  }[];
}

type Position = readonly [longitude: number, latitude: number];
type Ring = readonly Position[];
type Polygon = readonly Ring[];

interface Corner {
  readonly longitude: number;
  readonly latitude: number;
}

/** The shapes of the places directly below, each by its code; those that are not drawn are left out. */
export function shapesBelow(division: OverviewPlacesQuery["division"]): Shapes {
  const grids = (division?.grids?.edges ?? []).map(({ node }) => ({
    code: node.code,
    polygons: [[ringOf(node.boundary)]],
    // An institution's own grid lies upon the basic ones.
    above: node.kind === "EXCLUSIVE",
  }));
  const divisions = (division?.children?.edges ?? []).map(({ node }) => ({
    code: node.code,
    polygons: polygonsOf(node.outline?.rings ?? []),
    above: false,
  }));
  const features = (grids.length > 0 ? grids : divisions)
    .filter(({ polygons }) => polygons.length > 0)
    .sort((one, other) => Number(one.above) - Number(other.above))
    .map(({ code, polygons }) => ({
      type: "Feature" as const,
      properties: { name: code },
      geometry: { type: "MultiPolygon" as const, coordinates: polygons },
    }));
  return { type: "FeatureCollection", features };
}

/** Parts with their holes: each hole belongs to the smallest part it lies in. */
export function polygonsOf(
  rings: readonly { readonly hole: boolean; readonly corners: readonly Corner[] }[],
): readonly Polygon[] {
  // The largest comes first: of several parts around a hole the last is the smallest.
  const parts = rings.filter(({ hole }) => !hole).map(({ corners }) => [ringOf(corners)]);
  for (const { hole, corners } of rings) {
    const [corner] = corners;
    if (!hole || !corner) continue;
    const around = parts.findLast(([outer]) => outer && holds(outer, corner));
    around?.push(ringOf(corners));
  }
  return parts;
}

/** GeoJSON closes its rings; the graph does not say the first corner twice. */
function ringOf(corners: readonly Corner[]): Ring {
  const ring = corners.map(({ longitude, latitude }) => [longitude, latitude] as const);
  return ring[0] ? [...ring, ring[0]] : ring;
}

function holds(ring: Ring, { longitude, latitude }: Corner): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (!from || !to || from[1] > latitude === to[1] > latitude) continue;
    const crossing = from[0] + ((latitude - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    if (longitude < crossing) inside = !inside;
  }
  return inside;
}
