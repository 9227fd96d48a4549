import { damaged } from "./damaged.ts";

/** Where something stands in a file. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** Kinds of items that describe a picture and are none: EXIF, and XMP as a MIME type of its own. */
const describing = new Set(["Exif", "mime", "uri "]);

/** A picture is described in a place or two, and put together from some hundred. */
const maximumExtents = 10_000;

/**
 * Where in a HEIC file the descriptions of its pictures stand, by its index (`meta`, ISO 14496-12 8.11). What stands in
 * the index itself (`idat`) is refused: cameras keep descriptions in the file.
 */
export function describedExtents(index: Buffer): Extent[] {
  try {
    const boxes = boxesIn(index.subarray(4));
    const infos = boxes.get("iinf");
    const locations = boxes.get("iloc");
    if (!infos || !locations) return [];
    const items = describingItems(infos);
    return extentsOf(locations, items);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

function boxesIn(bytes: Buffer): Map<string, Buffer> {
  const boxes = new Map<string, Buffer>();
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) throw damaged();
    boxes.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + size));
    at += size;
  }
  return boxes;
}

function describingItems(infos: Buffer): Set<number> {
  const items = new Set<number>();
  const long = infos[0] !== 0;
  for (let at = long ? 8 : 6; at + 8 <= infos.length; ) {
    const size = infos.readUInt32BE(at);
    if (size < 8) throw damaged();
    const entry = infos.subarray(at + 8, at + size);
    const version = entry[0] ?? 0;
    // Before version 2 an entry has no kind, only a MIME type: nothing that a camera writes.
    if (version < 2) throw damaged();
    const isWide = version > 2;
    const id = isWide ? entry.readUInt32BE(4) : entry.readUInt16BE(4);
    const kind = entry.toString("latin1", isWide ? 10 : 8, isWide ? 14 : 12);
    if (describing.has(kind)) items.add(id);
    at += size;
  }
  return items;
}

function extentsOf(locations: Buffer, items: ReadonlySet<number>): Extent[] {
  const read = new Fields(locations);
  const version = read.number(1);
  read.number(3);
  const sizes = read.number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const count = read.number(version < 2 ? 2 : 4);
  const extents: Extent[] = [];
  let left = maximumExtents;
  for (let item = 0; item < count; item += 1) {
    const id = read.number(version < 2 ? 2 : 4);
    const method = version > 0 ? read.number(2) & 15 : 0;
    read.number(2);
    const base = read.number(baseSize);
    const parts = read.number(2);
    left -= parts;
    if (left < 0) throw damaged();
    for (let part = 0; part < parts; part += 1) {
      read.number(indexSize);
      const offset = base + read.number(offsetSize);
      const length = read.number(lengthSize);
      if (!items.has(id)) continue;
      if (method !== 0) throw damaged();
      extents.push({ offset, length: length || Number.POSITIVE_INFINITY });
    }
  }
  return extents;
}

class Fields {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The next number, of so many bytes; one of no bytes is nought. */
  number(size: number): number {
    const at = this.#at;
    this.#at += size;
    if (size === 0) return 0;
    return size === 8 ? Number(this.#bytes.readBigUInt64BE(at)) : this.#bytes.readUIntBE(at, size);
  }
}
