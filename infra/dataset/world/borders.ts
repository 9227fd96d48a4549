import { districts } from "./districts.ts";
import { Random } from "./random.ts";
import { contains, type Point, type Rectangle } from "./rectangle.ts";

/** Longitude and latitude, WGS84. */
export type Coordinate = readonly [longitude: number, latitude: number];

/** Cells along the shorter side of a district. Borders run straight across a cell and turn only where they leave it. */
const CELLS = 36;

/** How far land is pushed about, as shares of the district's shorter side, and over what distance it swings back. */
const WAVES = [
  { push: 0.026, length: 0.83 },
  { push: 0.008, length: 0.31 },
] as const;
/** What every corner of a cell is pushed about besides, as a share of the cell. */
const ROUGHNESS = 0.16;

/** Land is shared out in rectangles, easily and exactly; then a district is bent, so that its map looks like one. */
interface Bend {
  readonly extent: Rectangle;
  /** Side of a cell, in millionths of a degree. */
  readonly cell: number;
  /** Where the corner of a cell goes, counted from the south-west. */
  readonly corner: (column: number, row: number) => Point;
}

function bendOf(code: string, extent: Rectangle): Bend {
  const random = Random.seeded(`borders/${code}`);
  const side = Math.min(extent.east - extent.west, extent.north - extent.south);
  const cell = Math.ceil(side / CELLS);
  const turn = 2 * Math.PI;
  const waves = WAVES.flatMap(({ push, length }) =>
    [0, 1, 2].map(() => {
      const heading = turn * random.fraction();
      const way = turn * random.fraction();
      const swing = (turn / (length * side)) * (0.8 + 0.4 * random.fraction());
      return { push: push * side, heading, way, swing, from: turn * random.fraction() };
    }),
  );
  const corner = (column: number, row: number): Point => {
    const [x, y] = [column * cell, row * cell];
    const dice = random.split(`${column}/${row}`);
    const rough = () => (2 * dice.fraction() - 1) * ROUGHNESS * cell;
    const pushed = waves.map(({ push, heading, way, swing, from }) => {
      const far = push * Math.sin(swing * (x * Math.cos(heading) + y * Math.sin(heading)) + from);
      return { x: far * Math.cos(way), y: far * Math.sin(way) };
    });
    return {
      x: extent.west + x + rough() + pushed.reduce((sum, each) => sum + each.x, 0),
      y: extent.south + y + rough() + pushed.reduce((sum, each) => sum + each.y, 0),
    };
  };
  const known = new Map<string, Point>();
  return {
    extent,
    cell,
    corner: (column, row) => {
      const key = `${column}/${row}`;
      const found = known.get(key) ?? corner(column, row);
      known.set(key, found);
      return found;
    },
  };
}

const bends = districts.map(({ code, extent }) => bendOf(code, extent));

/** The land of a district with its northern and eastern edges. */
function bendAt({ x, y }: Point): Bend {
  const bend = bends.find(({ extent: { west, south, east, north } }) =>
    contains({ west, south, east: east + 1, north: north + 1 }, { x, y }),
  );
  if (!bend) throw new RangeError(`no district has ${x}, ${y}`);
  return bend;
}

/** Where a point of the plan lies. Within a cell straight lines along its sides stay straight. */
export function coordinateOf(point: Point): Coordinate {
  const { extent, cell, corner } = bendAt(point);
  const [across, up] = [(point.x - extent.west) / cell, (point.y - extent.south) / cell];
  const [column, row] = [Math.floor(across), Math.floor(up)];
  const [east, north] = [across - column, up - row];
  const along = (axis: "x" | "y"): number => {
    const south = corner(column, row)[axis] * (1 - east) + corner(column + 1, row)[axis] * east;
    const top = corner(column, row + 1)[axis] * (1 - east) + corner(column + 1, row + 1)[axis] * east;
    return Math.round(south * (1 - north) + top * north) / 1e6;
  };
  return [along("x"), along("y")];
}

/** Borders of a plan, bent. A border has a corner wherever one on its other side has, so that nothing lies between. */
export class Borders {
  /** By longitude and by latitude of the plan: where pieces of land have corners along it, in order. */
  readonly #upright: ReadonlyMap<number, readonly number[]>;
  readonly #level: ReadonlyMap<number, readonly number[]>;

  constructor(lands: Iterable<Rectangle>) {
    const upright = new Map<number, Set<number>>();
    const level = new Map<number, Set<number>>();
    const note = (stops: Map<number, Set<number>>, at: number, stop: number) => {
      const known = stops.get(at) ?? new Set();
      stops.set(at, known.add(stop));
    };
    for (const { west, south, east, north } of lands) {
      for (const x of [west, east]) {
        for (const y of [south, north]) {
          note(upright, x, y);
          note(level, y, x);
        }
      }
    }
    const inOrder = (stops: Map<number, Set<number>>) =>
      new Map([...stops].map(([at, found]) => [at, [...found].sort((a, b) => a - b)]));
    this.#upright = inOrder(upright);
    this.#level = inOrder(level);
  }

  /** A ring of the plan as it runs over the land, the first corner not repeated. */
  along(ring: readonly Point[]): Coordinate[] {
    const bent = ring.flatMap((from, index) => {
      const to = ring[(index + 1) % ring.length] ?? from;
      return this.#stops(from, to).map(coordinateOf);
    });
    return bent.filter(([x, y], index) => {
      const [lastX, lastY] = bent.at(index - 1) ?? [];
      return x !== lastX || y !== lastY;
    });
  }

  /** From one corner up to the next, which is left to the next side. */
  #stops(from: Point, to: Point): Point[] {
    const { extent, cell } = bendAt({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) });
    const isUpright = from.x === to.x;
    const [first, last] = isUpright ? [from.y, to.y] : [from.x, to.x];
    const [low, high] = first < last ? [first, last] : [last, first];
    const origin = isUpright ? extent.south : extent.west;
    const stops = new Set([first]);
    const known = isUpright ? this.#upright.get(from.x) : this.#level.get(from.y);
    for (const stop of known ?? []) if (stop > low && stop < high) stops.add(stop);
    for (let line = Math.floor((low - origin) / cell) + 1; origin + line * cell < high; line++) {
      stops.add(origin + line * cell);
    }
    return [...stops]
      .sort((a, b) => (first < last ? a - b : b - a))
      .map((stop) => (isUpright ? { x: from.x, y: stop } : { x: stop, y: from.y }));
  }
}

/** Corners of a rectangle, counter-clockwise. */
export const cornersOf = ({ west, south, east, north }: Rectangle): Point[] => [
  { x: west, y: south },
  { x: east, y: south },
  { x: east, y: north },
  { x: west, y: north },
];
