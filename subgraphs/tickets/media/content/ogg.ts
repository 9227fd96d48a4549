import type { ByteReader } from "./byte-reader.ts";
import { damaged } from "./damaged.ts";

/** Places in the head of a page (RFC 3533). */
const checkSumAt = 22;
const piecesAt = 26;
const headBytes = 27;

/** More than what is said of any recording takes, a picture of its cover included. */
const maximumPages = 16;

/** How the packet that says who recorded what, when and where begins, and with what it ends (RFC 7845, Vorbis I). */
const descriptions = [
  { begins: Buffer.from("OpusTags", "latin1"), ends: Buffer.alloc(0) },
  { begins: Buffer.from("\x03vorbis", "latin1"), ends: Buffer.from([1]) },
];

interface Page {
  readonly head: Buffer;
  readonly body: Buffer;
  /** Where in it the second packet of the stream ends; undefined where that goes on. */
  readonly end: number | undefined;
}

/** A recording whose comments are blanks, as many as they were: places in it stay, and the pages are summed up anew. */
export async function* plainOgg(file: ByteReader): AsyncGenerator<Buffer> {
  const first = await page(file);
  yield first.head;
  yield first.body;
  const pages: Page[] = [];
  while (pages.at(-1)?.end === undefined) {
    if (pages.length === maximumPages) throw damaged();
    pages.push(await page(file));
  }
  const described = pages.map(({ body, end }) => body.subarray(0, end));
  const blank = withoutComments(Buffer.concat(described));
  let at = 0;
  for (const [index, { head, body }] of pages.entries()) {
    blank.copy(body, 0, at, at + (described[index]?.length ?? 0));
    at += described[index]?.length ?? 0;
    head.writeUInt32LE(0, checkSumAt);
    head.writeUInt32LE(checkSum(head, body), checkSumAt);
    yield head;
    yield body;
  }
  yield* file.rest();
}

async function page(file: ByteReader): Promise<Page> {
  const fixed = await file.take(headBytes);
  if (fixed.length < headBytes || fixed.toString("latin1", 0, 4) !== "OggS") throw damaged();
  const pieces = await file.take(fixed[piecesAt] ?? 0);
  const size = pieces.reduce((sum, piece) => sum + piece, 0);
  const body = Buffer.from(await file.take(size));
  if (body.length < size) throw damaged();
  // A packet ends with the first piece that is not full.
  const last = pieces.findIndex((piece) => piece < 255);
  const end = last < 0 ? undefined : pieces.subarray(0, last + 1).reduce((sum, piece) => sum + piece, 0);
  return { head: Buffer.concat([fixed, pieces]), body, end };
}

/** The same packet with a maker's name of blanks and no comments. */
function withoutComments(packet: Buffer): Buffer {
  const description = descriptions.find(({ begins }) => packet.subarray(0, begins.length).equals(begins));
  if (!description) throw damaged();
  const { begins, ends } = description;
  const name = packet.length - begins.length - 4 - 4 - ends.length;
  if (name < 0) throw damaged();
  const blank = Buffer.alloc(packet.length, " ");
  begins.copy(blank);
  blank.writeUInt32LE(name, begins.length);
  blank.writeUInt32LE(0, begins.length + 4 + name);
  ends.copy(blank, packet.length - ends.length);
  return blank;
}

const polynomial = 0x04c11db7;

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder << 1) ^ (remainder < 0 ? polynomial : 0);
  return remainder >>> 0;
});

function checkSum(...parts: readonly Buffer[]): number {
  let sum = 0;
  for (const part of parts) {
    for (const byte of part) sum = (sum << 8) ^ (remainders[(sum >>> 24) ^ byte] ?? 0);
  }
  return sum >>> 0;
}
