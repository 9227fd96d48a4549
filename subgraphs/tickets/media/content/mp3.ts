import type { ByteReader } from "./byte-reader.ts";

/** What is said of a recording after it (ID3v1, APE, Lyrics3) stands in its last so many bytes. */
const maximumTagBytes = 64 * 1024;

/** A recording without the tags before and after it, in which there may be names, places and whole pictures. */
export async function* plainMp3(file: ByteReader): AsyncGenerator<Buffer> {
  for (let head = await file.peek(10); head.toString("latin1", 0, 3) === "ID3"; head = await file.peek(10)) {
    // Seven bits a byte, so that no player takes the size for sound.
    const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6);
    await file.skip(10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f));
  }
  let waiting = await file.take(2 * maximumTagBytes);
  while (waiting.length === 2 * maximumTagBytes) {
    yield waiting.subarray(0, maximumTagBytes);
    waiting = Buffer.concat([waiting.subarray(maximumTagBytes), await file.take(maximumTagBytes)]);
  }
  const last = Math.max(0, waiting.length - maximumTagBytes);
  yield waiting.subarray(0, last);
  yield untagged(waiting.subarray(last));
}

function untagged(end: Buffer): Buffer {
  const shortTag =
    end.toString("latin1", end.length - 128, end.length - 125) === "TAG" ? end.length - 128 : -1;
  const tags = [shortTag, end.indexOf("APETAGEX"), end.indexOf("LYRICSBEGIN")].filter((at) => at >= 0);
  return end.subarray(0, Math.min(end.length, ...tags));
}
