import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerIn, closedLoop, type Load } from "./closed-loop.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers every body with what `answer` makes of it. */
async function serving(answer: (body: string) => { status?: number; text: string }): Promise<number> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { status = 200, text } = answer(body);
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const load = (port: number): Load => ({
  port,
  connections: 4,
  requests: [
    { body: "路灯", answerBytes: 6 },
    { body: "井盖坏了", answerBytes: 12 },
  ],
  seed: 1,
  warmUpMilliseconds: 10,
  milliseconds: 50,
});

describe("a closed loop", () => {
  it("never has more under way than it has connections, and counts what is answered", async () => {
    const port = await serving((text) => ({ text }));
    let edges = 0;
    const result = await closedLoop(load(port), () => {
      edges += 1;
    });
    expect(edges).toBe(2);
    expect(result.answers).toBeGreaterThanOrEqual(100);
    expect(result.answersInAll).toBeGreaterThanOrEqual(result.answers);
    expect(result.p50).toBeGreaterThan(0);
    expect(result.p99).toBeGreaterThanOrEqual(result.p50);
  });

  it.each([
    ["an answer of another length", { text: "短" }, "200, 3 bytes"],
    ["a refusal", { status: 503, text: "路灯" }, "status 503"],
  ])("ends at %s: fast and wrong has no figures", async (_, answer, message) => {
    const port = await serving(() => answer);
    await expect(closedLoop(load(port))).rejects.toThrow(message);
  });
});

describe("reading an answer", () => {
  const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  it.each([
    ["with a length", `${head}Content-Length: 6\r\n\r\n路灯`, { status: 200, bodyBytes: 6 }],
    [
      "in chunks",
      `${head}Transfer-Encoding: chunked\r\n\r\n3\r\n路\r\n3\r\n灯\r\n0\r\n\r\n`,
      { status: 200, bodyBytes: 6 },
    ],
    ["half arrived", `${head}Content-Length: 6\r\n\r\n路`, undefined],
    ["without its last chunk", `${head}Transfer-Encoding: chunked\r\n\r\n3\r\n路\r\n`, undefined],
    ["without the end of its head", head, undefined],
  ])("%s", (_, received, expected) => {
    expect(answerIn(Buffer.from(received))).toEqual(expected);
  });
});
