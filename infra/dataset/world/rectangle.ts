/**
 * A piece of land in millionths of a degree, WGS84. Whole numbers, so that neighbours share an edge exactly; half-open,
 * so that the edge belongs to the eastern or northern one of them and every point lies in one piece only.
 */
export interface Rectangle {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const contains = ({ west, south, east, north }: Rectangle, { x, y }: Point): boolean =>
  x >= west && x < east && y >= south && y < north;

export const areaOf = ({ west, south, east, north }: Rectangle): number => (east - west) * (north - south);

/** A degree of longitude is about this much shorter than one of latitude here, between 28° and 40° north. */
const LONGITUDE_SHRINKS_TO = 0.82;

const isWide = ({ west, south, east, north }: Rectangle): boolean =>
  (east - west) * LONGITUDE_SHRINKS_TO > north - south;

/** Shares land out among parts by weight, halving across the longer side until each has a rectangle of its own. */
export function shareOut<Part>(
  land: Rectangle,
  parts: readonly Part[],
  weightOf: (part: Part) => number,
): Map<Part, Rectangle> {
  const shares = new Map<Part, Rectangle>();
  const weights = parts.map(weightOf);
  const sum = (from: number, to: number): number =>
    weights.slice(from, to).reduce((total, weight) => total + weight, 0);

  const cut = (piece: Rectangle, from: number, to: number): void => {
    const part = parts[from];
    if (to - from === 1 && part !== undefined) {
      shares.set(part, piece);
      return;
    }
    const whole = sum(from, to);
    let middle = from + 1;
    while (middle < to - 1 && sum(from, middle) + (weights[middle] ?? 0) / 2 < whole / 2) middle++;
    const share = sum(from, middle) / whole;
    if (isWide(piece)) {
      const border = piece.west + Math.round((piece.east - piece.west) * share);
      cut({ ...piece, east: border }, from, middle);
      cut({ ...piece, west: border }, middle, to);
    } else {
      const border = piece.south + Math.round((piece.north - piece.south) * share);
      cut({ ...piece, north: border }, from, middle);
      cut({ ...piece, south: border }, middle, to);
    }
  };
  if (parts.length > 0) cut(land, 0, parts.length);
  return shares;
}
