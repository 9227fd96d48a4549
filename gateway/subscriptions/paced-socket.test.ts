import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { type Pace, PacedSocket } from "./paced-socket.ts";

const message = "x".repeat(1024 * 1024);

let server: Server;
let client: WebSocket;
let accepted: WebSocket;
let paced: PacedSocket;

async function open(pace: Pace): Promise<void> {
  const sockets = new WebSocketServer({ noServer: true });
  const arrived = new Promise<void>((resolve) => {
    server.on("upgrade", (request, underlying, head) =>
      sockets.handleUpgrade(request, underlying, head, (socket) => {
        accepted = socket;
        paced = new PacedSocket(socket, underlying, pace);
        resolve();
      }),
    );
  });
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await Promise.all([arrived, once(client, "open")]);
}

/** Sends until sending waits; what waits, and how many messages that took. */
async function untilItWaits(): Promise<{ sent: number; waiting: Promise<void> }> {
  for (let sent = 1; ; sent++) {
    const waiting = paced.send(message);
    const turn = new Promise<"waits">((resolve) => setImmediate(() => resolve("waits")));
    if ((await Promise.race([waiting, turn])) === "waits") return { sent, waiting };
  }
}

beforeEach(async () => {
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  client.terminate();
  server.close();
});

describe("sending to a client", () => {
  it("waits while he takes nothing, and goes on when he does", async () => {
    await open({ maximumBufferedBytes: 64 * 1024, slowAfterMilliseconds: 60_000 });
    client.pause();
    const { sent, waiting } = await untilItWaits();
    let received = 0;
    client.on("message", () => {
      received += 1;
    });
    client.resume();
    await waiting;
    await paced.send("last");
    while (received < sent + 1) await once(client, "message");
    expect(accepted.readyState).toBe(WebSocket.OPEN);
  });

  it("ends when he takes nothing for too long; what was to be sent is let go", async () => {
    await open({ maximumBufferedBytes: 64 * 1024, slowAfterMilliseconds: 20 });
    client.pause();
    const { waiting } = await untilItWaits();
    await once(accepted, "close");
    await waiting;
    await paced.send("nobody there");
    expect(accepted.bufferedAmount).toBeLessThan(3 * message.length);
  });
});
