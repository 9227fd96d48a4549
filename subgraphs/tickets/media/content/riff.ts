import type { ByteReader } from "./byte-reader.ts";
import { damaged } from "./damaged.ts";

const kept: Readonly<Record<string, ReadonlySet<string>>> = {
  WEBP: new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]),
  WAVE: new Set(["fmt ", "fact", "data"]),
};

/** Bits of a WebP's VP8X chunk that promise EXIF and XMP. */
const promises = 0x0c;

/**
 * WebP and WAV without what says who made them, where and by what. The file's size stands at its beginning, before it is
 * known what there is to leave out: so that is overwritten, and named as chunks are that mean nothing.
 */
export async function* plainRiff(file: ByteReader): AsyncGenerator<Buffer> {
  const head = await file.take(12);
  yield head;
  const chunks = kept[head.toString("latin1", 8)] ?? new Set();
  // Whoever records as it comes says nothing of the size.
  let left = (head.readUInt32LE(4) || Number.POSITIVE_INFINITY) - 4;
  while (left >= 8) {
    const chunk = Buffer.from(await file.take(8));
    if (chunk.length === 0) return;
    if (chunk.length < 8) throw damaged();
    const name = chunk.toString("latin1", 0, 4);
    const size = chunk.readUInt32LE(4);
    const padded = Math.min(size + (size % 2), left - 8);
    left -= 8 + padded;
    if (name === "VP8X") {
      if (size !== 10) throw damaged();
      const flags = Buffer.from(await file.take(padded));
      if (flags.length > 0) flags[0] = (flags[0] ?? 0) & ~promises;
      yield chunk;
      yield flags;
    } else if (chunks.has(name)) {
      yield chunk;
      yield* file.pass(padded);
    } else {
      chunk.write("JUNK", 0, "latin1");
      yield chunk;
      for await (const { length } of file.pass(padded)) yield Buffer.alloc(length);
    }
  }
}
