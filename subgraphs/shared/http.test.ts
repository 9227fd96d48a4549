import { EventEmitter, once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { refuse, sharedErrors } from "./errors.ts";
import {
  arrivalLimits,
  type HttpServer,
  type HttpSettings,
  letStand,
  listen,
  type Route,
  readBody,
  sendJson,
  urlOf,
} from "./http.ts";
import { refusal } from "./refusal.ts";

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
  return { route, came, cameAgain: () => once(door, "came"), open: () => door.emit("open") };
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
      throw refusal(code, sharedErrors[code]);
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
  expect(refused.status).toBe(413);
  expect((await refusalIn(refused)).message).toContain("larger than 1 MB");
});

it("a body that is not UTF-8 is refused, not mended", async () => {
  await open(async (request, response) => sendJson(response, 200, await readBody(request, 1024)));
  const refused = await fetch(server.url, { method: "POST", body: Buffer.from([0x22, 0xff, 0x22]) });
  expect([refused.status, await codeOf(refused)]).toEqual([415, "BODY_UNREADABLE"]);
});

describe("a request that must wait for others", () => {
  it("may be refused by how many are under way, before its body is read", async () => {
    const slow = held();
    await open(slow.route, {
      admit: (_, underWay) => {
        if (underWay > 1) throw refuse("OVERLOADED", { seconds: 2 });
      },
    });
    const underWay = fetch(server.url);
    await slow.came;
    const refused = await fetch(server.url, { method: "POST", body: "x" });
    expect([refused.status, refused.headers.get("retry-after"), await codeOf(refused)]).toEqual([
      503,
      "2",
      "OVERLOADED",
    ]);
    slow.open();
    expect((await underWay).status).toBe(200);
    const next = fetch(server.url);
    await slow.cameAgain();
    slow.open();
    expect((await next).status).toBe(200);
  });

  it("waits for none that only stands, and neither does a stop", async () => {
    const counts: number[] = [];
    const route: Route = (request, response) => {
      if (request.url === "/standing") {
        response.writeHead(200).write("…");
        letStand(response);
      } else sendJson(response, 200, {});
    };
    await open(route, { admit: (_, underWay) => void counts.push(underWay), drainMilliseconds: 60_000 });
    const standing = await fetch(`${server.url}/standing`);
    await (await fetch(server.url)).json();
    expect(counts).toEqual([1, 1]);
    await server.drain();
    await standing.body?.cancel();
  });
});

/** Sends bytes as they are, and gives all that comes back until the connection ends. */
async function exchange(...sent: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  for (const bytes of sent) socket.write(bytes);
  let text = "";
  socket.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  await once(socket, "close").catch(() => undefined);
  return text;
}
const read = (answer: string) => {
  const [head = "", body = ""] = answer.split("\r\n\r\n", 2);
  return {
    status: Number(head.split(" ")[1]),
    json: /^content-type: application\/json/im.test(head),
    code: (JSON.parse(body) as Refused).errors[0].extensions.code,
  };
};

describe("what is no request", () => {
  const answering: Route = async (request, response) =>
    sendJson(response, 200, await readBody(request, 1024));

  it.each<[string, readonly string[], number, string]>([
    ["other bytes", ["\u0016\u0003\u0001 hello\r\n\r\n"], 400, "MALFORMED_REQUEST"],
    ["a header without a name", ["GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"], 400, "MALFORMED_REQUEST"],
    [
      "two lengths of one body",
      ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
      400,
      "MALFORMED_REQUEST",
    ],
    [
      "a length beside chunks",
      ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
      400,
      "MALFORMED_REQUEST",
    ],
    [
      "chunks that are none",
      ["POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"],
      400,
      "MALFORMED_REQUEST",
    ],
    ["no host", ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n"], 400, "MALFORMED_REQUEST"],
    [
      "an expectation",
      ["GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: a miracle\r\n\r\n"],
      400,
      "MALFORMED_REQUEST",
    ],
    [
      "headers over 16 KB",
      [`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(17_000)}\r\n\r\n`],
      431,
      "HEADERS_TOO_LARGE",
    ],
    [
      "an address over 16 KB",
      [`GET /${"x".repeat(17_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
      431,
      "HEADERS_TOO_LARGE",
    ],
    ["a tunnel", ["CONNECT elsewhere:443 HTTP/1.1\r\nHost: a\r\n\r\n"], 405, "METHOD_NOT_ALLOWED"],
  ])("is answered in JSON all the same: %s", async (_, sent, status, code) => {
    await open(answering);
    expect(read(await exchange(...sent))).toEqual({ status, code, json: true });
  });

  it("never disturbs the answer to the request before it", async () => {
    const slow = held();
    await open(slow.route);
    const ended = exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "nonsense\r\n\r\n");
    await slow.came;
    expect(await ended).toBe("");
    slow.open();
  });

  it("takes two tokens for none of them", async () => {
    await open((request, response) => sendJson(response, 200, request.headers.authorization));
    const answer = await exchange(
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
    );
    expect(answer).toContain('"Bearer a, Bearer b"');
  });
});

describe("a client that is too slow", () => {
  const arrival = { headersTimeout: 40, requestTimeout: 60, connectionsCheckingInterval: 10 };
  const route: Route = async (request, response) => sendJson(response, 200, await readBody(request, 1024));

  it.each([
    ["says nothing", []],
    ["does not come to the end of its headers", ["POST / HTTP/1.1\r\nHost: a\r\n"]],
    ["does not come to the end of its body", ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"]],
  ])("is told so and cut off when it %s", async (_, sent) => {
    await open(route, { arrival });
    expect(read(await exchange(...sent))).toEqual({ status: 408, code: "REQUEST_TIMED_OUT", json: true });
  });

  it("has 35 seconds at most, the check included", () => {
    const { headersTimeout, requestTimeout, connectionsCheckingInterval } = arrivalLimits;
    expect(Math.max(headersTimeout, requestTimeout) + connectionsCheckingInterval).toBeLessThanOrEqual(
      35_000,
    );
  });
});

it("a client that leaves while it sends is nobody's failure", async () => {
  let left = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    left = resolve;
  });
  await open(async (request) => {
    request.once("close", left);
    await readBody(request, 1024);
  });
  const before = logged.length;
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{", () => socket.destroy());
  await gone;
  await server.close();
  expect(logged.length).toBe(before);
});

it("says of itself no more than it must", async () => {
  await open((_, response) => sendJson(response, 200, {}));
  const { headers } = await fetch(server.url);
  expect([...headers.keys()].sort()).toEqual([
    "cache-control",
    "connection",
    "content-length",
    "content-type",
    "date",
    "keep-alive",
    "x-content-type-options",
  ]);
});

it.each([
  ["127.0.0.1", "http://127.0.0.1:80"],
  ["0.0.0.0", "http://127.0.0.1:80"],
  ["::1", "http://[::1]:80"],
  ["gateway", "http://gateway:80"],
])("a server on %s is found at %s", (host, url) => {
  expect(urlOf(host, 80)).toBe(url);
});
