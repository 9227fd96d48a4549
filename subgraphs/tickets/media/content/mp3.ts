import type { ByteReader } from "./byte-reader.ts";

/** A recording without the tag before it (ID3v2), in which there may be names, places and whole pictures. */
export async function* plainMp3(file: ByteReader): AsyncGenerator<Buffer> {
  for (let head = await file.peek(10); head.toString("latin1", 0, 3) === "ID3"; head = await file.peek(10)) {
    // Seven bits a byte, so that no player takes the size for sound.
    const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6);
    await file.skip(10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f));
  }
  yield* file.rest();
}
