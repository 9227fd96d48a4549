import { pngOf } from "./png.ts";

/** A shape of one colour, by its left, top, width and height. */
export type Shape = readonly [
  kind: "box" | "disc",
  colour: number,
  left: number,
  top: number,
  width: number,
  height: number,
];

const WIDTH = 480;
const HEIGHT = 360;
/** The bar at the bottom that says what it is, and a dot of its letters. */
const BAR = 52;
const DOT = 3;

/** 样例, sample: that no drawing is taken for a photo of any place. */
const mark = [
  "..#....#...#.....#.#####...#........................................",
  "..#....#...#.....#..#....#.#........................................",
  "..#.....#.#.....#...#....#.#......###...###..#...#.####..#.....#####",
  "#####.#######...#...####.#.#.....#...#.#...#.##.##.#...#.#.....#....",
  "..#......#.....##..#...#.#.#.....#.....#...#.##.##.#...#.#.....#....",
  ".##......#.....##..#...#.#.#.....#.....#...#.#.#.#.#...#.#.....#....",
  ".###...#####....#..##..#.#.#......###..#####.#.#.#.####..#.....####.",
  "#.#.#....#......#....#.#.#.#.........#.#...#.#...#.#.....#.....#....",
  "#.#......#......#.....#..#.#.........#.#...#.#...#.#.....#.....#....",
  "..#...#######...#.....#....#.....#...#.#...#.#...#.#.....#.....#....",
  "..#......#......#....#.....#......###..#...#.#...#.#.....#####.#####",
  "..#......#......#...#......#........................................",
  "..#......#......#..#......##........................................",
];

const bar: readonly Shape[] = [
  ["box", 0x1f2933, 0, HEIGHT - BAR, WIDTH, BAR],
  ...mark.flatMap((line, row) =>
    [...line].flatMap((each, column): Shape[] =>
      each === "#" ? [["box", 0xffffff, 20 + column * DOT, HEIGHT - BAR + 7 + row * DOT, DOT, DOT]] : [],
    ),
  ),
];

/** A drawing as a PNG, one shape upon the other, with a bar at the bottom that says it is a sample. */
export function draw(shapes: readonly Shape[]): Buffer {
  const all = [...shapes, ...bar];
  const palette = [...new Set(all.map(([, colour]) => colour))];
  const dots = new Uint8Array(WIDTH * HEIGHT);
  for (const [kind, colour, left, top, width, height] of all) {
    const index = palette.indexOf(colour);
    const middle = left + width / 2;
    for (let y = Math.max(top, 0); y < Math.min(top + height, HEIGHT); y += 1) {
      const half = kind === "box" ? width / 2 : halfWidth((y + 0.5 - top) / height) * width;
      const [from, to] = [Math.max(Math.round(middle - half), 0), Math.min(Math.round(middle + half), WIDTH)];
      if (from < to) dots.fill(index, y * WIDTH + from, y * WIDTH + to);
    }
  }
  return pngOf({ width: WIDTH, height: HEIGHT, palette, dots });
}

/** Of a disc one wide, at a height from 0 to 1. */
const halfWidth = (height: number): number => Math.sqrt(Math.max(0, 0.25 - (height - 0.5) ** 2));

/** The same from the other side. */
export const mirrored = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.map(([kind, colour, left, top, width, height]) => [
    kind,
    colour,
    WIDTH - left - width,
    top,
    width,
    height,
  ]);
