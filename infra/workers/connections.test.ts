import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { watchConnections } from "./connections.ts";

let now: number;
let depart: () => Promise<void>;
let port: number;
let agent: Agent;
let answered: (request: IncomingMessage, response: ServerResponse) => void;
let close: () => void;

beforeEach(async () => {
  now = 0;
  depart = watchConnections(() => now);
  answered = (_, response) => response.end();
  const server = createServer((request, response) => answered(request, response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  close = () => {
    agent.destroy();
    server.close();
    server.closeAllConnections();
  };
});
afterEach(() => close());

/** Whether the client was let keep its connection, and whether it used one it had. */
async function ask(): Promise<{ kept: boolean; reused: boolean }> {
  const asked = request({ port, host: "127.0.0.1", agent }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  await once(response.resume(), "end");
  return { kept: response.headers.connection === "keep-alive", reused: asked.reusedSocket };
}

it("a connection is kept for a minute, then renewed with an answer", async () => {
  expect(await ask()).toEqual({ kept: true, reused: false });
  now = 59_999;
  expect(await ask()).toEqual({ kept: true, reused: true });
  now = 60_000;
  expect(await ask()).toEqual({ kept: false, reused: true });
  expect(await ask()).toEqual({ kept: true, reused: false });
});

it("the farewell ends with the last answer to the last who was connected", async () => {
  await ask();
  const departed = depart();
  expect(await ask()).toEqual({ kept: false, reused: true });
  await departed;
});

it("newcomers during the farewell are answered, once each", async () => {
  await ask();
  const departed = depart();
  await ask();
  expect(await ask()).toEqual({ kept: false, reused: false });
  await departed;
});

it("with nobody connected there is no farewell to wait for", async () => {
  await depart();
});
