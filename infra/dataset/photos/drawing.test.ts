import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ByteReader } from "../../../subgraphs/tickets/media/content/byte-reader.ts";
import { type MediaType, mediaTypeOf } from "../../../subgraphs/tickets/media/content/media-type.ts";
import { withoutDescription } from "../../../subgraphs/tickets/media/content/without-description.ts";
import { matters } from "../world/matters/catalogue.ts";
import { Random } from "../world/random.ts";
import { draw, mirrored, type Shape } from "./drawing.ts";
import { scenes } from "./scenes.ts";

/** Every dot of a PNG of indexed colours, as its colour; throws where a decoder would. */
function dotsOf(file: Buffer): readonly (readonly number[])[] {
  expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    chunks.set(file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, end));
    at = end + 4;
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
  const [header, palette, data] = ["IHDR", "PLTE", "IDAT"].map((name) => chunks.get(name) ?? Buffer.of());
  if (!header || !palette || !data) throw new Error("a chunk is missing");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  // Eight bits of an index into the palette, neither filtered nor interlaced.
  expect([...header.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
  const rows = inflateSync(data);
  expect(rows).toHaveLength(height * (width + 1));
  return Array.from({ length: height }, (_, row) => {
    const [filter, ...dots] = rows.subarray(row * (width + 1), (row + 1) * (width + 1));
    expect(filter).toBe(0);
    return dots.map((dot) => palette.readUIntBE(dot * 3, 3));
  });
}

const white = 0xffffff;
const ground: Shape = ["box", 0x9aa5b1, 0, 0, 480, 360];

describe("a drawing", () => {
  it("is a PNG that decodes to what was drawn, a dot for a dot", () => {
    const dots = dotsOf(
      draw([ground, ["box", 0x112233, 10, 20, 30, 40], ["disc", 0x445566, 100, 100, 50, 20]]),
    );
    expect([dots.length, dots[0]?.length]).toEqual([360, 480]);
    const counted = (colour: number) => dots.flat().filter((dot) => dot === colour).length;
    expect(counted(0x112233)).toBe(30 * 40);
    expect([dots[20]?.[10], dots[59]?.[39], dots[19]?.[10], dots[20]?.[9]]).toEqual([
      0x112233,
      0x112233,
      ground[1],
      ground[1],
    ]);
    expect(counted(0x445566) / ((Math.PI / 4) * 50 * 20)).toBeCloseTo(1, 1);
    expect([dots[110]?.[125], dots[100]?.[100]]).toEqual([0x445566, ground[1]]);
  });

  it("says that it is a sample, in dots three wide, whatever is drawn under it", () => {
    const dots = dotsOf(draw([["box", white, 0, 0, 480, 360]]));
    const mark = Array.from({ length: 13 }, (_, row) =>
      Array.from({ length: 68 }, (__, column) =>
        dots[316 + row * 3]?.[21 + column * 3] === white ? "#" : " ",
      )
        .join("")
        .trimEnd(),
    );
    expect(mark).toEqual([
      "  #    #   #     # #####   #",
      "  #    #   #     #  #    # #",
      "  #     # #     #   #    # #      ###   ###  #   # ####  #     #####",
      "##### #######   #   #### # #     #   # #   # ## ## #   # #     #",
      "  #      #     ##  #   # # #     #     #   # ## ## #   # #     #",
      " ##      #     ##  #   # # #     #     #   # # # # #   # #     #",
      " ###   #####    #  ##  # # #      ###  ##### # # # ####  #     ####",
      "# # #    #      #    # # # #         # #   # #   # #     #     #",
      "# #      #      #     #  # #         # #   # #   # #     #     #",
      "  #   #######   #     #    #     #   # #   # #   # #     #     #",
      "  #      #      #    #     #      ###  #   # #   # #     ##### #####",
      "  #      #      #   #      #",
      "  #      #      #  #      ##",
    ]);
  });

  it("reaches beyond no edge", () => {
    const dots = dotsOf(
      draw([ground, ["box", 0x112233, -20, -20, 40, 40], ["disc", 0x445566, 460, 100, 40, 40]]),
    );
    expect(dots.flat().filter((dot) => dot === 0x112233)).toHaveLength(20 * 20);
    expect([dots[120]?.[0], dots[120]?.[479]]).toEqual([ground[1], 0x445566]);
  });

  it("is the other way round from the other side, and still to be read", () => {
    const shapes: readonly Shape[] = [ground, ["box", 0x112233, 10, 20, 30, 40]];
    const [one, other] = [dotsOf(draw(shapes)), dotsOf(draw(mirrored(shapes)))];
    for (const [row, dots] of one.entries()) {
      expect(other[row]).toEqual(row < 308 ? dots.toReversed() : dots);
    }
  });
});

describe("a scene", () => {
  const named = scenes.map((scene) => [scene.matters.join(), scene] as const);

  it.each(named)("of matter %s is drawn alike from the same seed, and not from another", (_, { shapes }) => {
    const [one, again, other] = ["a", "a", "b"].map((seed) => draw(shapes(Random.seeded(seed))));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(new Set(dotsOf(one ?? Buffer.of()).flat()).size).toBeGreaterThan(5);
  });

  it.each(named)("of matter %s would be taken in as a photo, and kept as it is", async (_, { shapes }) => {
    const file = draw(shapes(Random.seeded("a")));
    const type = mediaTypeOf(file);
    expect(type).toEqual({ kind: "PHOTO", contentType: "image/png" });
    const kept = withoutDescription(new ByteReader(Readable.from([file])), type as MediaType);
    expect(await buffer(kept)).toEqual(file);
    expect(file.length).toBeLessThan(8_000);
  });

  it("is of matters there are, each once", () => {
    const drawn = scenes.flatMap((scene) => scene.matters);
    expect(matters.map(({ code }) => code)).toEqual(expect.arrayContaining(drawn));
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
