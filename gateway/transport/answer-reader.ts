import type { HttpAnswer } from "./exchange.ts";
import { NoAnswer } from "./no-answer.ts";
import { utf8Text } from "./utf8-text.ts";

const maximumHeadBytes = 16 * 1024;
const nothing = Buffer.alloc(0);

/** An answer and whether the connection ends with it. */
export interface ReadAnswer extends HttpAnswer {
  readonly last: boolean;
}

/**
 * Reads HTTP/1.1 answers, one after another, from the bytes of one connection as they come.
 *
 * It knows what our own subgraphs send, a body of stated length or in chunks, and takes offence at everything else: two
 * parties that read one message differently are how answers get mixed up.
 */
export class AnswerReader {
  readonly #maximumBytes: number;
  readonly #onAnswer: (answer: ReadAnswer) => void;
  #expecting: "head" | "body" | "chunk size" | "chunk" | "chunk end" | "trailer" = "head";
  #head: Head = { status: 0, length: 0, last: false };
  /** What came of a head, a chunk's size or a trailer that is not whole yet. */
  #held: Buffer | undefined;
  #parts: Buffer[] = [];
  /** Bytes of the body so far, for its limit. */
  #size = 0;
  /** Bytes still to come of a body of stated length, or of a chunk. */
  #missing = 0;

  constructor(maximumBytes: number, onAnswer: (answer: ReadAnswer) => void) {
    this.#maximumBytes = maximumBytes;
    this.#onAnswer = onAnswer;
  }

  /** Whether an answer has begun and is not whole. */
  get midway(): boolean {
    return this.#held !== undefined || this.#expecting !== "head";
  }

  /**
   * Takes the next bytes; throws {@link NoAnswer} when they are no answer, after which nothing more can be read. They
   * are the caller's again afterwards: what is not done with is copied.
   */
  read(arrived: Buffer): void {
    const bytes = this.#held ? Buffer.concat([this.#held, arrived]) : arrived;
    this.#held = undefined;
    let at = 0;
    while (at < bytes.length) {
      const next = this.#step(bytes, at);
      if (next === undefined) {
        this.#held = Buffer.from(bytes.subarray(at));
        return;
      }
      at = next;
    }
  }

  /** Reads on from `at`; where to go on, or nothing when more must come first. */
  #step(bytes: Buffer, at: number): number | undefined {
    switch (this.#expecting) {
      case "head":
        return this.#readHead(bytes, at);
      case "body":
        return this.#readBody(bytes, at);
      case "chunk size":
        return this.#readChunkSize(bytes, at);
      case "chunk":
        return this.#readChunk(bytes, at);
      default:
        return this.#readLineEnd(bytes, at);
    }
  }

  #readHead(bytes: Buffer, at: number): number | undefined {
    const end = bytes.indexOf("\r\n\r\n", at, "latin1");
    if ((end < 0 ? bytes.length : end) - at > maximumHeadBytes) throw malformed("a head without end");
    if (end < 0) return undefined;
    this.#head = parseHead(bytes.toString("latin1", at, end));
    if (this.#head.length === undefined) {
      this.#expecting = "chunk size";
    } else {
      this.#missing = this.#head.length;
      this.#grow(this.#missing);
      this.#expecting = "body";
      if (this.#missing === 0) this.#finish(nothing);
    }
    return end + 4;
  }

  #readBody(bytes: Buffer, at: number): number {
    const end = at + this.#missing;
    if (this.#parts.length === 0 && end <= bytes.length) {
      this.#finish(bytes.subarray(at, end));
      return end;
    }
    const next = this.#keep(bytes, at);
    if (this.#missing === 0) this.#finish(Buffer.concat(this.#parts));
    return next;
  }

  #readChunkSize(bytes: Buffer, at: number): number | undefined {
    const end = bytes.indexOf("\r\n", at, "latin1");
    if ((end < 0 ? bytes.length : end) - at > 16) throw malformed("a chunk of no size");
    if (end < 0) return undefined;
    const size = bytes.toString("latin1", at, end);
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw malformed("a chunk of no size");
    this.#missing = Number.parseInt(size, 16);
    this.#grow(this.#missing);
    this.#expecting = this.#missing === 0 ? "trailer" : "chunk";
    return end + 2;
  }

  #readChunk(bytes: Buffer, at: number): number {
    const next = this.#keep(bytes, at);
    if (this.#missing === 0) this.#expecting = "chunk end";
    return next;
  }

  /** The empty line behind a chunk, or behind the last one; no subgraph of ours sends trailers. */
  #readLineEnd(bytes: Buffer, at: number): number | undefined {
    if (bytes.length - at < 2) return undefined;
    if (bytes[at] !== 13 || bytes[at + 1] !== 10) throw malformed("a chunk that is not the size it says");
    if (this.#expecting === "trailer") this.#finish(Buffer.concat(this.#parts));
    else this.#expecting = "chunk size";
    return at + 2;
  }

  /** Keeps what there is of the missing bytes. */
  #keep(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#missing);
    this.#parts.push(Buffer.from(bytes.subarray(at, end)));
    this.#missing -= end - at;
    return end;
  }

  #grow(bytes: number): void {
    this.#size += bytes;
    if (this.#size > this.#maximumBytes) {
      throw new NoAnswer("TOO_LARGE", `an answer of more than ${this.#maximumBytes} bytes`);
    }
  }

  #finish(body: Buffer): void {
    const { status, last } = this.#head;
    const text = utf8Text(body);
    if (text === undefined) throw malformed("a body that is not UTF-8");
    this.#expecting = "head";
    this.#size = 0;
    if (this.#parts.length > 0) this.#parts = [];
    this.#onAnswer({ status, text, last });
  }
}

interface Head {
  readonly status: number;
  /** Bytes of the body; absent when it comes in chunks. */
  readonly length?: number | undefined;
  readonly last: boolean;
}

const statusLine = /^HTTP\/1\.1 ([2-5]\d\d)(?: [\t\x20-\xff]*)?(?=\r\n|$)/;
/** Names without blanks before the colon, and no line end smuggled into a value. */
const fields = /^(?:\r\n[^\s()<>@,;:\\"/[\]?={}\0]+:[^\r\n\0]*)*$/;
/** What says how an answer is to be read. */
const framing = /\r\n(content-length|transfer-encoding|content-encoding|connection):([^\r\n]*)/gi;

function parseHead(text: string): Head {
  const [line = "", said] = statusLine.exec(text) ?? [];
  const status = Number(said);
  if (!status || status === 204 || status === 304) throw malformed("no status line of an answer with a body");
  if (!fields.test(text.slice(line.length))) throw malformed("a header field that is none");
  let length: number | undefined;
  let chunked = false;
  let last = false;
  for (const [, name = "", given = ""] of text.matchAll(framing)) {
    const value = given.trim();
    switch (name.toLowerCase()) {
      case "content-length":
        if (length !== undefined || !/^\d{1,15}$/.test(value)) throw malformed("an unclear length");
        length = Number(value);
        break;
      case "transfer-encoding":
        if (chunked || value.toLowerCase() !== "chunked") throw malformed("an unknown transfer coding");
        chunked = true;
        break;
      case "content-encoding":
        throw malformed("an encoding we did not ask for");
      case "connection":
        last ||= value.toLowerCase() === "close";
    }
  }
  if (chunked === (length !== undefined)) throw malformed("an unclear length");
  return { status, length, last };
}

const malformed = (what: string): NoAnswer => new NoAnswer("MALFORMED", `the subgraph sent ${what}`);
