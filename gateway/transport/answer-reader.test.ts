import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnswerReader, type ReadAnswer } from "./answer-reader.ts";

const maximumBytes = 1_000;

function readAll(parts: readonly Buffer[]): { answers: ReadAnswer[]; midway: boolean } {
  const answers: ReadAnswer[] = [];
  const reader = new AnswerReader(maximumBytes, (answer) => answers.push(answer));
  for (const part of parts) {
    const bytes = Buffer.from(part);
    reader.read(bytes);
    bytes.fill("?"); // they are read into again
  }
  return { answers, midway: reader.midway };
}
const read = (text: string) => readAll([Buffer.from(text)]);

const sized = (body: string, head = "") =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const chunked = (...chunks: readonly string[]) =>
  `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${chunks
    .map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`)
    .join("")}0\r\n\r\n`;

describe("answers on one connection", () => {
  it("are read one after the other, of stated length or in chunks, with their status", () => {
    const other = "HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";
    expect(read(sized("一") + chunked("二", "三") + sized("") + other)).toEqual({
      answers: [
        { status: 200, text: "一", last: false },
        { status: 200, text: "二三", last: false },
        { status: 200, text: "", last: false },
        { status: 503, text: "{}", last: true },
      ],
      midway: false,
    });
  });

  it("are the same however the bytes are cut into pieces", () => {
    const bytes = Buffer.from(sized('{"单位":"市场监管"}') + chunked("街乡", "吹哨") + sized("报到"));
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length];
        const parts = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
        expect(readAll(parts).answers.map(({ text }) => text)).toEqual([
          '{"单位":"市场监管"}',
          "街乡吹哨",
          "报到",
        ]);
      }),
    );
  });

  it.each([
    "H",
    "HTTP/1.1 200 OK\r\n",
    "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n",
    "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
  ])("are not whole after %j", (text) => {
    expect(read(sized("{}") + text)).toMatchObject({ answers: [{ text: "{}" }], midway: true });
  });
});

describe("an answer that could be read in two ways, or is none,", () => {
  const of = (head: string, body = "{}") => `HTTP/1.1 200 OK\r\n${head}\r\n\r\n${body}`;
  it.each([
    ["no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n"],
    ["an older HTTP", "HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}"],
    ["an interim status", "HTTP/1.1 100 Continue\r\n\r\n"],
    ["a status without a body", "HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n"],
    ["no length", of("content-type: application/json")],
    ["two lengths", of("content-length: 2\r\ncontent-length: 3")],
    ["the same length twice", of("content-length: 2\r\ncontent-length: 2")],
    ["a length and chunks", of("content-length: 2\r\ntransfer-encoding: chunked")],
    ["a list of lengths", of("content-length: 2, 2")],
    ["a signed length", of("content-length: +2")],
    ["a length in hexadecimal", of("content-length: 0x2")],
    ["another transfer coding", of("transfer-encoding: gzip, chunked")],
    ["chunks twice", of("transfer-encoding: chunked\r\ntransfer-encoding: chunked")],
    ["an encoding", of("content-encoding: gzip\r\ncontent-length: 2")],
    ["a blank before the colon", of("content-length : 2\r\ncontent-length: 2")],
    ["a folded line", of("content-length: 2\r\nx-a: b\r\n c: d")],
    ["a line end in a value", of("content-length: 2\r\nx-a: b\nc: d")],
    ["a line without a name", of("content-length: 2\r\n: b")],
    ["a chunk of no size", of("transfer-encoding: chunked", "\r\n{}\r\n0\r\n\r\n")],
    ["a chunk with an extension", of("transfer-encoding: chunked", "2;a=b\r\n{}\r\n0\r\n\r\n")],
    ["a chunk of a negative size", of("transfer-encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n")],
    ["a chunk longer than it says", of("transfer-encoding: chunked", "1\r\n{}\r\n0\r\n\r\n")],
    ["a trailer", of("transfer-encoding: chunked", "2\r\n{}\r\n0\r\nx-a: b\r\n\r\n")],
    ["a head without end", `HTTP/1.1 200 OK\r\nx-a: ${"b".repeat(20_000)}`],
  ])("is refused: %s", (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ reason: "MALFORMED" }));
  });

  it("is refused as soon as it is known to be too large, not once it has come", () => {
    const tooLarge = expect.objectContaining({ reason: "TOO_LARGE" });
    expect(() => read(of("content-length: 1001", ""))).toThrow(tooLarge);
    expect(() => read(of("transfer-encoding: chunked", "3e9\r\n"))).toThrow(tooLarge);
    const chunk = `1f4\r\n${"x".repeat(500)}\r\n`;
    expect(() => read(of("transfer-encoding: chunked", `${chunk}${chunk}1\r\n`))).toThrow(tooLarge);
    expect(read(sized("x".repeat(1_000))).answers).toHaveLength(1);
  });
});
