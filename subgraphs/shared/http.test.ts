import { EventEmitter, once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { refuse } from "./errors.ts";
import { type HttpServer, type HttpSettings, listen, type Route, readBody, sendJson, urlOf } from "./http.ts";

let server: HttpServer;
const logged: string[] = [];
const log = pino({ level: "error" }, { write: (line) => logged.push(line) });

const open = async (route: Route, settings: Partial<HttpSettings> = {}): Promise<void> => {
  server = await listen(route, { host: "127.0.0.1", port: 0, log, ...settings });
};
afterEach(() => server.close());

/** A route that says when a request has come and answers it when told to. */
function held() {
  const door = new EventEmitter();
  const came = once(door, "came");
  const route: Route = async (_, response) => {
    const opened = once(door, "open");
    door.emit("came");
    await opened;
    sendJson(response, 200, { answered: true });
  };
  return { route, came, open: () => door.emit("open") };
}

interface Refused {
  readonly errors: readonly [
    { readonly message: string; readonly extensions: { code: string; details: { reference: string } } },
  ];
}
const refusalIn = async (response: Response) => ((await response.json()) as Refused).errors[0];
const codeOf = async (response: Response) => (await refusalIn(response)).extensions.code;

describe("a server that is being stopped", () => {
  it("finishes the request under way, and refuses the next", async () => {
    const slow = held();
    await open(slow.route);
    const underWay = fetch(server.url);
    await slow.came;

    const closed = server.close();
    const next = await fetch(server.url);
    expect(next.status).toBe(503);
    expect(next.headers.get("connection")).toBe("close");
    expect(await codeOf(next)).toBe("STOPPING");

    slow.open();
    expect(await (await underWay).json()).toEqual({ answered: true });
    await closed;
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it("admits to the last what requests under way depend on", async () => {
    const slow = held();
    const route: Route = (request, response) =>
      request.url === "/needed" ? sendJson(response, 200, {}) : slow.route(request, response);
    await open(route, { admittedToTheLast: ({ url }) => url === "/needed" });
    const underWay = fetch(server.url);
    await slow.came;

    const drained = server.drain();
    expect((await fetch(`${server.url}/needed`)).status).toBe(200);
    slow.open();
    expect((await underWay).status).toBe(200);
    await drained;
  });

  it("closes connections that are only kept alive", async () => {
    await open((_, response) => sendJson(response, 200, {}));
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(httpRequest(server.url, { agent }).end(), "response")) as [
      IncomingMessage,
    ];
    const ended = once(response.socket, "close");
    response.resume();
    await server.close();
    await ended;
    agent.destroy();
  });

  it("is not held up by a request that never ends, nor by a connection that never asks", async () => {
    const slow = held();
    await open(slow.route, { drainMilliseconds: 20 });
    const silent = connect(Number(new URL(server.url).port), "127.0.0.1");
    const [underWay] = [fetch(server.url).catch(() => "cut off"), await slow.came];
    await server.close();
    expect(await underWay).toBe("cut off");
    silent.destroy();
  });

  it("may be told twice", async () => {
    await open((_, response) => sendJson(response, 200, {}));
    await Promise.all([server.drain(), server.drain()]);
  });
});

describe("what a route throws", () => {
  it.each([
    ["UNAUTHENTICATED", 401],
    ["UNSIGNED_REQUEST", 401],
    ["BAD_INPUT", 400],
  ] as const)("is answered as the refusal it is: %s", async (code, status) => {
    await open(() => {
      throw refuse(code);
    });
    const response = await fetch(server.url);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  it("is kept in the log when it is our fault; the caller gets its reference", async () => {
    await open(async () => {
      throw new Error("the disk at /var/secret is full");
    });
    const response = await fetch(server.url);
    expect(response.status).toBe(500);
    const { message, extensions } = await refusalIn(response);
    expect(extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(message).not.toContain("secret");
    expect(logged.join()).toContain(extensions.details.reference);
  });
});

it("a body that is too large is read to its end and refused, so that the refusal arrives", async () => {
  await open(async (request, response) => {
    sendJson(response, 200, { length: (await readBody(request, 1024 * 1024)).length });
  });
  const send = (bytes: number) => fetch(server.url, { method: "POST", body: "x".repeat(bytes) });
  expect(await (await send(1024 * 1024)).json()).toEqual({ length: 1024 * 1024 });
  const refused = await send(20 * 1024 * 1024);
  expect(refused.status).toBe(400);
  expect((await refusalIn(refused)).message).toContain("larger than 1 MB");
});

it.each([
  ["127.0.0.1", "http://127.0.0.1:80"],
  ["0.0.0.0", "http://127.0.0.1:80"],
  ["::1", "http://[::1]:80"],
  ["gateway", "http://gateway:80"],
])("a server on %s is found at %s", (host, url) => {
  expect(urlOf(host, 80)).toBe(url);
});
