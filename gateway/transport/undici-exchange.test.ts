import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "./exchange.ts";
import { UndiciExchange } from "./undici-exchange.ts";

let server: Server;
let exchange: UndiciExchange;

/** TLS apart, which is undici's own: what we make of its answers and failures. */
beforeAll(async () => {
  server = createServer(({ headers, socket }, response) => {
    const fault = String(headers["x-fault"] ?? "");
    if (fault === "hang") return;
    if (fault === "reset") return socket.resetAndDestroy();
    if (fault === "garbage") return socket.end("garbage\r\n\r\n");
    if (fault === "redirect") return response.writeHead(307, { location: "/elsewhere" }).end();
    if (fault === "huge") return response.end("x".repeat(2_000));
    if (fault === "cut") {
      response.writeHead(200, { "content-length": 10 });
      return response.write("{", () => socket.destroy());
    }
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  exchange = new UndiciExchange(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1_000);
});
afterAll(async () => {
  await exchange.close();
  server.closeAllConnections();
  server.close();
});

const send = (fault: string, limits: Partial<Message> = {}) =>
  exchange.send({
    path: "/graphql",
    headers: ["x-fault", fault],
    body: "{}",
    repeatable: true,
    deadline: performance.now() + 10_000,
    ...limits,
  });

describe("a subgraph behind TLS", () => {
  it("is asked, and not followed elsewhere", async () => {
    expect(await send("none")).toEqual({ status: 200, text: "{}" });
    expect(await send("redirect")).toMatchObject({ status: 307 });
  });

  it.each([
    ["reset", "CUT_OFF"],
    ["cut", "CUT_SHORT"],
    ["garbage", "MALFORMED"],
    ["huge", "TOO_LARGE"],
  ])("that answers with %s gave no answer: %s", async (fault, reason) => {
    await expect(send(fault)).rejects.toMatchObject({ reason });
  });

  it("is given up in time, and when nobody waits", async () => {
    await expect(send("hang", { deadline: performance.now() + 20 })).rejects.toMatchObject({
      reason: "TIMED_OUT",
    });
    await expect(send("hang", { audience: { gone: true } })).rejects.toMatchObject({ reason: "ABANDONED" });
  });

  it("that nobody reaches refuses", async () => {
    const nowhere = new UndiciExchange("https://127.0.0.1:1", 1_000);
    await expect(
      nowhere.send({ path: "/", headers: [], body: "", repeatable: true, deadline: Infinity }),
    ).rejects.toMatchObject({ reason: "REFUSED" });
    await nowhere.close();
  });
});
