import type { ByteReader } from "./byte-reader.ts";
import { damaged } from "./damaged.ts";

const startOfScan = 0xda;
const endOfImage = 0xd9;
const applicationFirst = 0xe0;
const applicationLast = 0xef;
const exif = 0xe1;
const comment = 0xfe;

/** Segments of applications that say how to show the picture: JFIF, the colour profile, Adobe's colour transform. */
const kept = new Set([0xe0, 0xe2, 0xee]);

/**
 * A photo without what its camera wrote about it (EXIF with position and device, XMP, comments, previews) and without
 * whatever follows the picture. Which way up it is shown stays.
 */
export async function* plainJpeg(file: ByteReader): AsyncGenerator<Buffer> {
  yield await file.take(2);
  for (;;) {
    const marker = await nextMarker(file);
    if (marker === endOfImage) {
      yield Buffer.from([0xff, endOfImage]);
      return;
    }
    const size = await sizeOf(file);
    if (marker === exif) {
      const orientation = orientationIn(await file.take(size));
      if (orientation > 1) yield orientationSegment(orientation);
    } else if (marker === comment || (isApplication(marker) && !(await isKept(file, marker)))) {
      if ((await file.skip(size)) < size) throw damaged();
    } else {
      yield Buffer.from([0xff, marker, (size + 2) >> 8, (size + 2) & 0xff]);
      yield* file.pass(size);
      if (marker === startOfScan) yield* scan(file);
    }
  }
}

const isApplication = (marker: number): boolean => marker >= applicationFirst && marker <= applicationLast;

/** Of those that several applications use, the ones that are meant. */
async function isKept(file: ByteReader, marker: number): Promise<boolean> {
  if (!kept.has(marker)) return false;
  const name = (await file.peek(12)).toString("latin1");
  return name.startsWith("JFIF\0") || name.startsWith("ICC_PROFILE\0") || name.startsWith("Adobe");
}

/** The next marker that has a length, or the end; there may be padding before it. */
async function nextMarker(file: ByteReader): Promise<number> {
  const [first, second] = await file.take(2);
  if (first !== 0xff || second === undefined) throw damaged();
  let marker = second;
  while (marker === 0xff) {
    const [next] = await file.take(1);
    if (next === undefined) throw damaged();
    marker = next;
  }
  return marker;
}

async function sizeOf(file: ByteReader): Promise<number> {
  const bytes = await file.take(2);
  const size = bytes.length === 2 ? bytes.readUInt16BE() : 0;
  if (size < 2) throw damaged();
  return size - 2;
}

/** Compressed data up to the next marker: in it 0xFF is followed by 0 or the number of a restart. */
async function* scan(file: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const available = await file.peek(2);
    if (available.length < 2) throw damaged();
    const buffered = file.buffered;
    const end = markerIn(buffered);
    if (end > 0) yield* file.pass(end);
    else if (end === 0) return;
    // The last byte may be the first of a marker.
    else yield* file.pass(Math.max(1, buffered.length - 1));
  }
}

/** Where the next marker begins that ends compressed data; -1 where none does. */
function markerIn(bytes: Buffer): number {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return -1;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

const orientationTag = 0x0112;

/** Which way up EXIF says the picture is, 1 to 8; 1 where it does not say. */
function orientationIn(segment: Buffer): number {
  const tiff = segment.toString("latin1", 0, 6) === "Exif\0\0" ? segment.subarray(6) : Buffer.alloc(0);
  if (tiff.length < 14) return 1;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = short(directory);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) break;
    if (short(at) !== orientationTag) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF that says which way up, and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xff00 | exif, 0);
  segment.writeUInt16BE(34, 2);
  segment.write("Exif\0\0MM\0*\0\0\0\x08", 4, "latin1");
  segment.writeUInt16BE(1, 18);
  segment.writeUInt16BE(orientationTag, 20);
  segment.writeUInt16BE(3, 22);
  segment.writeUInt32BE(1, 24);
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
