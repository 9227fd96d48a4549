import type { MapPoint } from "../place/map-point.ts";
import { areaOf, type Boundary } from "./grid.boundary.ts";

/** A straight line through two points, looked along from the first to the second. */
export interface Line {
  readonly from: MapPoint;
  readonly to: MapPoint;
}

/** Twice the area of the triangle: positive when `point` is to the left of the line. */
export const turn = ({ from, to }: Line, { longitude, latitude }: MapPoint): number =>
  (to.longitude - from.longitude) * (latitude - from.latitude) -
  (to.latitude - from.latitude) * (longitude - from.longitude);

const same = (a: MapPoint, b: MapPoint): boolean => a.longitude === b.longitude && a.latitude === b.latitude;

/** Whether a point lies to the left of the line, or on it. */
export const isLeftOf = (line: Line, point: MapPoint): boolean => turn(line, point) >= 0;

/** A part smaller than this share of the whole is a slip of the hand, not a part. */
const smallestShare = 1e-6;

/**
 * Cuts a boundary in two along a line: what is left of it and what is right. Where the line crosses, both get the very
 * same corner, so that no point falls between them. Undefined when the line does not cut.
 */
export function cutAlong(boundary: Boundary, line: Line): { left: Boundary; right: Boundary } | undefined {
  const left: MapPoint[] = [];
  const right: MapPoint[] = [];
  for (const [index, corner] of boundary.entries()) {
    const next = boundary[(index + 1) % boundary.length] ?? corner;
    const here = turn(line, corner);
    const there = turn(line, next);
    if (here >= 0) left.push(corner);
    if (here <= 0) right.push(corner);
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const share = here / (here - there);
      const crossing = {
        longitude: corner.longitude + share * (next.longitude - corner.longitude),
        latitude: corner.latitude + share * (next.latitude - corner.latitude),
      };
      left.push(crossing);
      right.push(crossing);
    }
  }
  const enough = areaOf(boundary) * smallestShare;
  return areaOf(left) > enough && areaOf(right) > enough ? { left, right } : undefined;
}

/**
 * Joins boundaries into one: borders that two of them share disappear. Undefined when what remains is not a single ring:
 * they lie apart, touch in a point, or surround a hole.
 */
export function join(boundaries: readonly Boundary[]): Boundary | undefined {
  const corners = boundaries.flat();
  const edges = boundaries.flatMap((boundary) => edgesOf(counterClockwise(boundary), corners));
  const outer = edges.filter(
    (edge) => !edges.some((other) => same(edge.from, other.to) && same(edge.to, other.from)),
  );
  const [first] = outer;
  if (!first) return undefined;
  const ring: MapPoint[] = [];
  let edge: Line | undefined = first;
  do {
    ring.push(edge.from);
    const end: MapPoint = edge.to;
    const onward = outer.filter(({ from }) => same(from, end));
    edge = onward.length === 1 ? onward[0] : undefined;
  } while (edge && edge !== first);
  return edge === first && ring.length === outer.length ? withoutStraightCorners(ring) : undefined;
}

/** The edges of a ring, cut wherever a corner of a neighbour lies on them. */
function edgesOf(ring: Boundary, corners: readonly MapPoint[]): Line[] {
  return ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    const distance = ({ longitude, latitude }: MapPoint): number =>
      Math.hypot(longitude - from.longitude, latitude - from.latitude);
    const between = corners
      .filter((corner) => liesBetween({ from, to }, corner))
      .sort((a, b) => distance(a) - distance(b))
      .filter((corner, place, sorted) => place === 0 || !same(corner, sorted[place - 1] ?? from));
    const stops = [from, ...between, to];
    return stops.slice(1).map((stop, place) => ({ from: stops[place] ?? from, to: stop }));
  });
}

/** A tenth of a millimetre on the ground: what rounding may move a corner off an edge. */
const tolerance = 1e-9;

function liesBetween(line: Line, point: MapPoint): boolean {
  const { from, to } = line;
  const length = Math.hypot(to.longitude - from.longitude, to.latitude - from.latitude);
  if (same(point, from) || same(point, to) || Math.abs(turn(line, point)) / length > tolerance) return false;
  const along =
    (point.longitude - from.longitude) * (to.longitude - from.longitude) +
    (point.latitude - from.latitude) * (to.latitude - from.latitude);
  return along > 0 && along < length * length;
}

/** The same ring, or the other way round where it ran clockwise. */
export function counterClockwise(boundary: Boundary): Boundary {
  const [origin] = boundary;
  if (!origin) return boundary;
  const doubled = boundary.reduce((sum, corner, index) => {
    const next = boundary[(index + 1) % boundary.length] ?? corner;
    return sum + turn({ from: origin, to: corner }, next);
  }, 0);
  return doubled >= 0 ? boundary : [...boundary].reverse();
}

const withoutStraightCorners = (ring: Boundary): Boundary =>
  ring.filter((corner, index) => {
    const from = ring.at(index - 1) ?? corner;
    const to = ring[(index + 1) % ring.length] ?? corner;
    return !liesBetween({ from, to }, corner);
  });
