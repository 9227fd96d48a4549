import type { ByteReader } from "./byte-reader.ts";
import { damaged } from "./damaged.ts";

/** Chunks beside the picture's own that say how to show it; any else may say who took it, and where. */
const kept = new Set([
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "iCCP",
  "sBIT",
  "bKGD",
  "pHYs",
  "acTL",
  "fcTL",
  "fdAT",
]);

/** A photo without text, time and EXIF, and without whatever follows the picture. */
export async function* plainPng(file: ByteReader): AsyncGenerator<Buffer> {
  yield await file.take(8);
  for (;;) {
    const head = await file.take(8);
    if (head.length < 8) throw damaged();
    const size = head.readUInt32BE() + 4; // its check sum included
    const name = head.toString("latin1", 4);
    const isOfThePicture = /^[A-Z]/.test(name);
    if (isOfThePicture || kept.has(name)) {
      yield head;
      yield* file.pass(size);
    } else if ((await file.skip(size)) < size) {
      throw damaged();
    }
    if (name === "IEND") return;
  }
}
