import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../../testkit/free-port.ts";
import { type ReadyAnswers, serveReadyAnswers } from "./ready-answers.ts";

let server: ReadyAnswers | undefined;
afterEach(() => server?.close());

/** Sends these bytes and gives what came back once it holds so many answers. */
async function exchange(port: number, parts: readonly string[], answers: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  for (const part of parts) socket.write(part);
  for await (const chunk of socket) {
    received += chunk;
    if (received.split("HTTP/1.1 200").length > answers) break;
  }
  return received;
}

const post = (body: string): string =>
  `POST /graphql HTTP/1.1\r\nhost: town\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe("ready answers", () => {
  it("are worked out once and sent again, in the order of the requests", async () => {
    const worked: string[] = [];
    const port = await freePort();
    server = await serveReadyAnswers(port, async (body) => {
      worked.push(body);
      return `re ${body}`;
    });
    const received = await exchange(port, [post("路灯"), post("井盖"), post("路灯")], 3);
    expect([...received.matchAll(/re (..)/g)].map(([, body]) => body)).toEqual(["路灯", "井盖", "路灯"]);
    expect(worked).toEqual(["路灯", "井盖"]);
    expect(server.answered()).toBe(3);
  });

  it("read a body in chunks, however it is cut on its way", async () => {
    const port = await freePort();
    server = await serveReadyAnswers(port, async (body) => `re ${body}`);
    const head = "POST /graphql HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n";
    const received = await exchange(port, [`${head}6\r\nlam`, "p, \r\n3\r\nout\r\n0", "\r\n\r\n"], 1);
    expect(received).toContain("re lamp, out");
  });
});
