import { damaged } from "./damaged.ts";

const nothing = Buffer.alloc(0);

/** No photo or recording is made of more parts; a file of nothing but heads of parts would take longer than it is worth. */
const maximumParts = 50_000;

/** Reads a stream by so many bytes at a time; holds no more of it than was asked for at once. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #read: Buffer = nothing;
  #parts = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `size` bytes, which stay; fewer at the end. */
  async peek(size: number): Promise<Buffer> {
    if (this.#read.length < size) await this.#readAtLeast(size);
    return this.#read.subarray(0, size);
  }

  /** What has been read of the source and not been asked for yet. */
  get buffered(): Buffer {
    return this.#read;
  }

  /** The next `size` bytes; fewer at the end. */
  async take(size: number): Promise<Buffer> {
    this.#countPart();
    const taken = await this.peek(size);
    this.#read = this.#read.subarray(taken.length);
    return taken;
  }

  /** The next `size` bytes as they come; fewer at the end. */
  async *pass(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#read.length === 0 && (await this.peek(1)).length === 0) return;
      const chunk = this.#read.subarray(0, left);
      this.#read = this.#read.subarray(chunk.length);
      left -= chunk.length;
      yield chunk;
    }
  }

  /** All that is left. */
  rest(): AsyncGenerator<Buffer> {
    return this.pass(Number.POSITIVE_INFINITY);
  }

  /** Passes over the next `size` bytes; how many there were. */
  async skip(size: number): Promise<number> {
    this.#countPart();
    let skipped = 0;
    for await (const { length } of this.pass(size)) skipped += length;
    return skipped;
  }

  /** Puts what comes together once, however small the pieces. */
  async #readAtLeast(size: number): Promise<void> {
    const pieces = this.#read.length === 0 ? [] : [this.#read];
    for (let length = this.#read.length; length < size; ) {
      const { value, done } = await this.#source.next();
      if (done) break;
      pieces.push(bufferOf(value));
      length += value.length;
    }
    const [only = nothing] = pieces;
    this.#read = pieces.length > 1 ? Buffer.concat(pieces) : only;
  }

  #countPart(): void {
    this.#parts += 1;
    if (this.#parts > maximumParts) throw damaged();
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
