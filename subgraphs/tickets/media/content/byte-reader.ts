const nothing = Buffer.alloc(0);

/** Reads a stream by so many bytes at a time; holds no more of it than was asked for at once. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #read: Buffer = nothing;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `size` bytes, which stay; fewer at the end. */
  async peek(size: number): Promise<Buffer> {
    while (this.#read.length < size) {
      const { value, done } = await this.#source.next();
      if (done) break;
      this.#read = this.#read.length === 0 ? bufferOf(value) : Buffer.concat([this.#read, value]);
    }
    return this.#read.subarray(0, size);
  }

  /** What has been read of the source and not been asked for yet. */
  get buffered(): Buffer {
    return this.#read;
  }

  /** The next `size` bytes; fewer at the end. */
  async take(size: number): Promise<Buffer> {
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
    let skipped = 0;
    for await (const { length } of this.pass(size)) skipped += length;
    return skipped;
  }

  /** Says that no more will be read. */
  async end(): Promise<void> {
    await this.#source.return?.();
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
