import type { Boundary } from "../grid/grid.boundary.ts";
import { areaOf, contains } from "../grid/grid.boundary.ts";
import { counterClockwise, type Line, turn } from "../grid/grid.cutting.ts";
import type { MapPoint } from "../place/map-point.ts";
import type { OutlineRing } from "./outline.ts";

/**
 * The outline of pieces of land that do not overlap: what remains of their borders when those that two of them share are
 * gone. It may have several parts, and holes; the largest ring comes first.
 */
export function outlineOf(pieces: readonly Boundary[]): OutlineRing[] {
  const edges = withCommonCorners(pieces).flatMap((piece) => edgesOf(counterClockwise(piece)));
  const outer = withoutShared(cutAtCorners(withoutShared(edges)));
  return ringsOf(outer)
    .map((ring) => ({
      corners: fromWestOn(withoutStraightCorners(ring)),
      hole: counterClockwise(ring) !== ring,
    }))
    .toSorted((one, other) => areaOf(other.corners) - areaOf(one.corners));
}

/** Some point inside, not on the edge: half-way between two sides, on a line that passes no corner. */
export function pointInside(boundary: Boundary): MapPoint {
  const latitudes = [...new Set(boundary.map(({ latitude }) => latitude))].sort((a, b) => a - b);
  const [lowest = 0, next = lowest] = latitudes;
  const latitude = (lowest + next) / 2;
  const [west = 0, east = west] = edgesOf(boundary)
    .filter(({ from, to }) => from.latitude > latitude !== to.latitude > latitude)
    .map(({ from, to }) => {
      const share = (latitude - from.latitude) / (to.latitude - from.latitude);
      return from.longitude + share * (to.longitude - from.longitude);
    })
    .sort((a, b) => a - b);
  return { longitude: (west + east) / 2, latitude };
}

/** Without the pieces that were drawn into another of `ground`, as an exclusive grid may be into a basic one. */
export const besides = (pieces: readonly Boundary[], ground: readonly Boundary[]): Boundary[] =>
  pieces.filter((piece) => {
    const inside = pointInside(piece);
    return !ground.some((other) => contains(other, inside));
  });

const edgesOf = (ring: Boundary): Line[] =>
  ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length] ?? from }));

const keyOf = ({ longitude, latitude }: MapPoint): string => `${longitude},${latitude}`;

/** Corners that are as good as one become one: a border cut twice may come to the same place by other roundings. */
function withCommonCorners(pieces: readonly Boundary[]): Boundary[] {
  const known = new Map<string, MapPoint>();
  const cell = (degrees: number): number => Math.floor(degrees / asGoodAsStraight);
  const common = (corner: MapPoint): MapPoint => {
    const [x, y] = [cell(corner.longitude), cell(corner.latitude)];
    for (const column of [x, x - 1, x + 1]) {
      for (const row of [y, y - 1, y + 1]) {
        const other = known.get(`${column},${row}`);
        if (other && reach({ from: corner, to: other }) <= asGoodAsStraight) return other;
      }
    }
    known.set(`${x},${y}`, corner);
    return corner;
  };
  return pieces.map((piece) => piece.map(common));
}

/** Each piece is walked with its land to the left: a shared border is walked once each way. */
function withoutShared(edges: readonly Line[]): Line[] {
  const walked = new Map<string, Line>();
  for (const edge of edges) {
    const [from, to] = [keyOf(edge.from), keyOf(edge.to)];
    if (from !== to && !walked.delete(`${to} ${from}`)) walked.set(`${from} ${to}`, edge);
  }
  return [...walked.values()];
}

/** Two decimetres on the ground: as good as on the line, on a map whose corners are rounded to one. */
const asGoodAsStraight = 2e-6;

/** Whether a corner lies between the ends of an edge, as good as on it. */
function liesAlong({ from, to }: Line, corner: MapPoint): boolean {
  const [x, y] = [to.longitude - from.longitude, to.latitude - from.latitude];
  const length = Math.hypot(x, y);
  if (Math.abs(turn({ from, to }, corner)) > asGoodAsStraight * length) return false;
  const along = (corner.longitude - from.longitude) * x + (corner.latitude - from.latitude) * y;
  return along > asGoodAsStraight * length && along < (length - asGoodAsStraight) * length;
}

/** Edges cut wherever another one ends on them: a split grid's new corner lies on its neighbour's side. */
function cutAtCorners(edges: readonly Line[]): Line[] {
  const longest = Math.max(...edges.map(reach), Number.MIN_VALUE);
  const column = ({ longitude }: MapPoint): number => Math.floor(longitude / longest);
  const row = ({ latitude }: MapPoint): number => Math.floor(latitude / longest);
  const corners = new Map<string, MapPoint[]>();
  for (const { from } of edges) {
    const cell = `${column(from)},${row(from)}`;
    const here = corners.get(cell);
    if (here) here.push(from);
    else corners.set(cell, [from]);
  }
  return edges.flatMap((edge) => {
    const { from, to } = edge;
    // No edge is longer than a cell is wide, so both ends lie in neighbouring ones.
    const cells = new Set(
      [column(from), column(to)].flatMap((x) => [row(from), row(to)].map((y) => `${x},${y}`)),
    );
    const distance = (corner: MapPoint): number =>
      Math.hypot(corner.longitude - from.longitude, corner.latitude - from.latitude);
    const stops = [...cells]
      .flatMap((cell) => corners.get(cell) ?? [])
      .filter((corner) => liesAlong(edge, corner))
      .sort((a, b) => distance(a) - distance(b));
    return [...stops, to].map((end, index) => ({ from: stops[index - 1] ?? from, to: end }));
  });
}

const reach = ({ from, to }: Line): number =>
  Math.max(Math.abs(to.longitude - from.longitude), Math.abs(to.latitude - from.latitude));

function ringsOf(edges: readonly Line[]): MapPoint[][] {
  const onward = new Map<string, Line[]>();
  for (const edge of edges) {
    const start = keyOf(edge.from);
    const known = onward.get(start);
    if (known) known.push(edge);
    else onward.set(start, [edge]);
  }
  const rings: MapPoint[][] = [];
  const walked = new Set<Line>();
  for (const first of edges) {
    const ring: MapPoint[] = [];
    for (let edge: Line | undefined = first; edge && !walked.has(edge); ) {
      walked.add(edge);
      ring.push(edge.from);
      const choices: Line[] = (onward.get(keyOf(edge.to)) ?? []).filter((next) => !walked.has(next));
      edge = leftmost(edge, choices);
    }
    if (ring.length >= 3) rings.push(ring);
  }
  return rings;
}

/** Where two parts touch in a corner each keeps to its own land, which lies to the left. */
const leftmost = (edge: Line, choices: readonly Line[]): Line | undefined =>
  choices.toSorted((one, other) => bearing(edge, other) - bearing(edge, one))[0];

/** The angle by which `next` turns left, from -π to π. */
function bearing({ from, to }: Line, next: Line): number {
  const [x, y] = [to.longitude - from.longitude, to.latitude - from.latitude];
  const [nextX, nextY] = [next.to.longitude - next.from.longitude, next.to.latitude - next.from.latitude];
  return Math.atan2(x * nextY - y * nextX, x * nextX + y * nextY);
}

const withoutStraightCorners = (ring: readonly MapPoint[]): MapPoint[] => {
  const kept: MapPoint[] = [];
  for (const [index, corner] of ring.entries()) {
    const from = kept.at(-1) ?? ring.at(-1) ?? corner;
    const to = ring[(index + 1) % ring.length] ?? corner;
    const length = Math.hypot(to.longitude - from.longitude, to.latitude - from.latitude);
    if (Math.abs(turn({ from, to }, corner)) > asGoodAsStraight * length) kept.push(corner);
  }
  return kept.length >= 3 ? kept : [...ring];
};

/** From the westernmost corner on, the southern of two: the same outline is told alike, however its grids were cut. */
function fromWestOn(ring: readonly MapPoint[]): MapPoint[] {
  const [west] = ring.toSorted(
    (one, other) => one.longitude - other.longitude || one.latitude - other.latitude,
  );
  const first = west ? ring.indexOf(west) : 0;
  return [...ring.slice(first), ...ring.slice(0, first)];
}
