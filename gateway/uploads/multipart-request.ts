import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { maximumFiles } from "../../subgraphs/shared/uploads.ts";

/** A file of a request, as it arrives: nothing after it is read before it is. */
export interface SentFile {
  /** The name of the part that carries it, by which `map` speaks of it. What it is called is nobody's business. */
  readonly part: string;
  readonly content: Readable;
}

interface SentField {
  readonly part: string;
  readonly text: string;
}

const fields: readonly string[] = ["operations", "map"];

export const malformedUpload = (problem: string, problemZh: string) =>
  refuse("UPLOAD_MALFORMED", { problem, problemZh });

export const isMultipart = ({ method, headers }: IncomingMessage): boolean =>
  method === "POST" && /^multipart\/form-data\s*;/i.test(headers["content-type"] ?? "");

/**
 * A GraphQL multipart request: the operation and where its files go, first; then the files, one after the other, each
 * read no faster than it is passed on.
 */
export class MultipartRequest {
  readonly operations: string;
  readonly map: string;
  readonly #parts: Parts;

  private constructor(operations: string, map: string, parts: Parts) {
    this.operations = operations;
    this.map = map;
    this.#parts = parts;
  }

  /** Reads the request up to its files. */
  static async read(request: IncomingMessage, maximumFieldBytes: number): Promise<MultipartRequest> {
    const sent = partsOf(request, maximumFieldBytes);
    try {
      const operations = await nextField(sent.parts, "operations");
      return new MultipartRequest(operations, await nextField(sent.parts, "map"), sent);
    } catch (error) {
      sent.leave(error as Error);
      throw sent.left();
    }
  }

  async *files(): AsyncGenerator<SentFile> {
    for (;;) {
      const { value, done } = await this.#parts.parts.next();
      if (done) return;
      if ("text" in value) throw malformedUpload(`it has ${value.part} twice`, `${value.part} 重复`);
      yield value;
    }
  }

  /**
   * Reads nothing more of it; what still comes is passed over, so that the answer arrives.
   *
   * @returns why it was left first: a file that is cut off says less of it than what cut it off
   */
  leave(reason: Error): Error {
    this.#parts.leave(reason);
    return this.#parts.left() ?? reason;
  }
}

async function nextField(parts: AsyncIterator<SentField | SentFile>, name: string): Promise<string> {
  const { value, done } = await parts.next();
  if (!done && "text" in value && value.part === name) return value.text;
  throw malformedUpload(
    `\`${name}\` is not where it must be: first operations, then map, then the files`,
    `${name} 位置不对，应依次为 operations、map、各文件`,
  );
}

interface Parts {
  readonly parts: AsyncIterator<SentField | SentFile>;
  readonly leave: (reason: Error) => void;
  /** Why no more of it is read, where it did not come to its end. */
  readonly left: () => Error | undefined;
}

function partsOf(request: IncomingMessage, maximumFieldBytes: number): Parts {
  const parser = parserOf(request, maximumFieldBytes);
  const parts = new Readable({ objectMode: true, read() {} });
  const underWay = new Set<Readable>();
  let left: Error | undefined;
  const leave = (reason: Error): void => {
    left ??= reason;
    request.unpipe(parser);
    request.resume();
    for (const file of underWay) file.destroy(reason);
    parts.destroy(reason);
  };
  parser
    .on("field", (part, text, _, isTruncated) => {
      if (isTruncated) leave(refuse("BODY_TOO_LARGE", { megabytes: maximumFieldBytes / 1024 / 1024 }));
      else parts.push({ part, text });
    })
    .on("file", (part, content) => {
      underWay.add(content);
      content
        // Whoever has enough of a file ends it: that is no fault of the request's.
        .on("error", () => content.destroyed || leave(endsEarly()))
        .once("close", () => underWay.delete(content));
      parts.push({ part, content });
    })
    .on("partsLimit", () => leave(malformedUpload("it has more parts than allowed", "部分过多")))
    .on("error", () => leave(endsEarly()))
    .on("finish", () => parts.push(null));
  parts.on("error", () => undefined); // whoever reads on is told
  request
    .on("error", leave)
    .once("close", () => {
      if (!request.complete) leave(new Error("the connection ended before the body"));
    })
    .pipe(parser);
  return { parts: parts[Symbol.asyncIterator](), leave, left: () => left };
}

const endsEarly = () => malformedUpload("it ends in the middle", "内容不完整");

function parserOf(request: IncomingMessage, maximumFieldBytes: number): BusboyInstance {
  const limits = {
    fieldSize: maximumFieldBytes,
    parts: fields.length + maximumFiles,
    headerPairs: 20,
    headerSize: 4_096,
  };
  const headers = { ...request.headers, "content-type": request.headers["content-type"] ?? "" };
  try {
    return new Busboy({ headers, limits, isPartAFile: (part = "") => !fields.includes(part) });
  } catch {
    throw malformedUpload("its `Content-Type` names no boundary", "Content-Type 缺少 boundary");
  }
}
