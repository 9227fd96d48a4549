import { refuse } from "../../../shared/errors.ts";
import type { ByteReader } from "./byte-reader.ts";
import { damaged } from "./damaged.ts";
import { describedExtents, type Extent } from "./heic-items.ts";

/** Boxes that hold others, on the way to what is to be left out, by what they stand in: nothing nests deeper. */
const containers: ReadonlyMap<string, string> = new Map([
  ["moov", ""],
  ["trak", "moov"],
  ["mdia", "trak"],
]);

/** What says who filmed, where and with what; `uuid` holds XMP and whatever a maker thought of. */
const description = new Set(["udta", "uuid", "meta"]);

/** Boxes whose first two numbers say when it was filmed and when it was changed. */
const dated = new Set(["mvhd", "tkhd", "mdhd"]);

/** Version, flags, and the two times at their longest. */
const maximumTimeBytes = 20;

/** What one can look at or hear. Anything else that runs along may say where the camera was, second by second. */
const tracks = new Set(["vide", "soun", "pict", "auxv", "hint"]);

/** More than any index of a photo's parts takes. */
const maximumIndexBytes = 1024 * 1024;

/**
 * MP4, M4A and 3GP (ISO 14496-12) without position, device, names and times. Places inside the file are counted from its
 * beginning, so nothing is taken out: what says too much is overwritten with zeros, under the name of free space.
 */
export const plainFilm = (file: ByteReader): AsyncIterable<Buffer> => new IsoMedia(file, false).all();

/** HEIC, in which a photo's description is one of the items that its index knows. */
export const plainHeic = (file: ByteReader): AsyncIterable<Buffer> => new IsoMedia(file, true).all();

class IsoMedia {
  readonly #file: ByteReader;
  #at = 0;
  /** Whether an index is still to come, before which nothing of the photo itself may be passed on. */
  #awaitsIndex: boolean;
  #described: readonly Extent[] = [];

  constructor(file: ByteReader, hasIndex: boolean) {
    this.#file = file;
    this.#awaitsIndex = hasIndex;
  }

  all(): AsyncIterable<Buffer> {
    return this.#boxes(Number.POSITIVE_INFINITY, "");
  }

  async *#boxes(size: number, around: string): AsyncGenerator<Buffer> {
    const end = this.#at + size;
    while (this.#at < end) {
      const head = await this.#head();
      if (!head) return;
      const { name, bytes, inside } = head;
      if (this.#awaitsIndex && name === "meta") {
        this.#awaitsIndex = false;
        yield bytes;
        yield await this.#index(inside);
      } else if (this.#awaitsIndex && name !== "ftyp") {
        throw damaged();
      } else if (containers.get(name) === around) {
        yield bytes;
        yield* this.#boxes(inside, name);
      } else if (dated.has(name)) {
        yield bytes;
        yield this.#timeless(await this.#take(Math.min(inside, maximumTimeBytes)));
        yield* this.#passed(inside - Math.min(inside, maximumTimeBytes));
      } else if (name === "hdlr") {
        const handler = await this.#take(Math.min(inside, 12));
        if (!tracks.has(handler.toString("latin1", 8))) throw refuse("FILE_TYPE_REFUSED");
        yield bytes;
        yield handler;
        yield* this.#passed(inside - handler.length);
      } else if (description.has(name)) {
        bytes.write("free", 4, "latin1");
        yield bytes;
        yield* this.#blanked(inside);
      } else {
        yield bytes;
        yield* this.#passed(inside);
      }
    }
  }

  /** The head of a box; undefined at the end. */
  async #head(): Promise<{ name: string; bytes: Buffer; inside: number } | undefined> {
    const first = await this.#take(8);
    if (first.length === 0) return undefined;
    if (first.length < 8) throw damaged();
    const name = first.toString("latin1", 4, 8);
    const short = first.readUInt32BE();
    if (short === 0) return { name, bytes: first, inside: Number.POSITIVE_INFINITY };
    if (short > 1) {
      if (short < 8) throw damaged();
      return { name, bytes: first, inside: short - 8 };
    }
    const long = await this.#take(8);
    const size = long.length === 8 ? Number(long.readBigUInt64BE()) : 0;
    if (size < 16) throw damaged();
    return { name, bytes: Buffer.concat([first, long]), inside: size - 16 };
  }

  /** The index stays; it says what of the rest is description. */
  async #index(inside: number): Promise<Buffer> {
    if (inside > maximumIndexBytes) throw damaged();
    const index = await this.#take(inside);
    if (index.length < inside) throw damaged();
    this.#described = describedExtents(index);
    return index;
  }

  async #take(size: number): Promise<Buffer> {
    const taken = Buffer.from(await this.#file.take(size));
    this.#at += taken.length;
    return taken;
  }

  /** The beginning of a dated box, at no time. */
  #timeless(beginning: Buffer): Buffer {
    const end = beginning[0] === 1 ? maximumTimeBytes : 12;
    return beginning.fill(0, 4, Math.min(end, beginning.length));
  }

  async *#passed(size: number): AsyncGenerator<Buffer> {
    for await (const chunk of this.#file.pass(size)) {
      yield this.#withoutDescription(chunk);
      this.#at += chunk.length;
    }
  }

  async *#blanked(size: number): AsyncGenerator<Buffer> {
    for await (const { length } of this.#file.pass(size)) {
      yield Buffer.alloc(length);
      this.#at += length;
    }
  }

  #withoutDescription(chunk: Buffer): Buffer {
    const touched = this.#described.filter(
      ({ offset, length }) => offset < this.#at + chunk.length && offset + length > this.#at,
    );
    if (touched.length === 0) return chunk;
    const blanked = Buffer.from(chunk);
    for (const { offset, length } of touched) {
      blanked.fill(0, Math.max(0, offset - this.#at), Math.min(chunk.length, offset + length - this.#at));
    }
    return blanked;
  }
}
