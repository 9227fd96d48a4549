import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatewayIdentity, subgraphIdentity } from "../subgraphs/shared/envelope.ts";
import type { HttpServer } from "../subgraphs/shared/http.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { type SmallFederation, smallFederation } from "../test/testkit/federation.ts";
import { openFront } from "./front.ts";

const sdl = `type Query @tag(name: "public") { name: String @tag(name: "public") }`;

let federation: SmallFederation;
let front: HttpServer;
/** Lets the subgraph answer; until then whoever asked for its name waits. */
let answer: () => void;
let asked: Promise<void>;

beforeEach(async () => {
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let begin = () => {};
  asked = new Promise((resolve) => {
    begin = resolve;
  });
  const name = async () => {
    begin();
    await answered;
    return "梦芝";
  };
  federation = await smallFederation({ small: { sdl, resolvers: { Query: { name } } } });
  const { jwks } = await openSigningKey(gatewayIdentity);
  front = await openFront({
    host: "127.0.0.1",
    port: 0,
    log: pino({ level: "silent" }),
    gateway: federation.gateway,
    jwks,
    pages: [
      () => false,
      ({ url }, response) => {
        if (url === "/room") response.end("a room");
        return url === "/room";
      },
    ],
    subgraphHealth: async () => ({ small: "unreachable" }),
    subscriptions: {
      upgrade: (_, socket) =>
        socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
      async serveEvents(_, response) {
        response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      },
    },
    allowedOrigins: new Set(["https://dashboard.test"]),
    maximumLoad: { underWay: 3, delay: 60_000 },
  });
});
afterEach(async () => {
  answer();
  await front.close();
  await federation.stop();
});

const ask = (query: string, token?: string): Promise<Response> =>
  fetch(`${front.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });
const get = async (path: string) => {
  const response = await fetch(`${front.url}${path}`, { redirect: "manual" });
  return { status: response.status, text: await response.text(), location: response.headers.get("location") };
};

describe("the gateway's doors", () => {
  it("answer GraphQL", async () => {
    answer();
    expect(await (await ask("{ name }")).json()).toEqual({ data: { name: "梦芝" } });
  });

  it("stay open when a department is down, and say which", async () => {
    expect(await get("/health/live")).toMatchObject({ status: 200, text: '{"status":"live"}' });
    expect(await get("/health/ready")).toMatchObject({
      status: 200,
      text: '{"status":"ready","subgraphs":{"small":"unreachable"}}',
    });
  });

  it("publish the public half of the gateway's key", async () => {
    const { status, text } = await get("/.well-known/jwks.json");
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ keys: [expect.not.objectContaining({ d: expect.anything() })] });
  });

  it("show the page whose the path is, and nothing elsewhere", async () => {
    expect(await get("/room")).toMatchObject({ status: 200, text: "a room" });
    expect((await get("/nowhere")).status).toBe(404);
  });

  it.each(["{", '{"query":"{ nothing }"}', '{"query":5}'])(
    "refuse what is no operation: %s",
    async (body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${front.url}/graphql`, { method: "POST", headers, body });
      expect(response.status).toBe(400);
    },
  );
});

describe("asked for more than can be answered", () => {
  it("refuses what is beyond its measure at once, and answers all it took in", async () => {
    const taken = [ask("{ name }"), ask("{ name }"), ask("{ name }")];
    await asked;
    await allTaken();
    for (let times = 0; times < 10; times++) {
      const refused = await ask("{ __typename }");
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "OVERLOADED" } }] });
    }
    expect((await get("/media/a-photo")).status).toBe(503);
    answer();
    const answers = await Promise.all(taken.map(async (response) => (await response).json()));
    expect(answers).toEqual(Array(3).fill({ data: { name: "梦芝" } }));
    expect((await ask("{ __typename }")).status).toBe(200);
  });

  it("still says whether it is alive, and lets departments ask for what they were asked", async () => {
    const taken = [ask("{ name }"), ask("{ name }"), ask("{ name }")];
    await asked;
    await allTaken();
    expect((await get("/health/live")).status).toBe(200);
    const department = await openSigningKey(subgraphIdentity("tickets"));
    expect((await ask("{ __typename }", await department.sign({}, gatewayIdentity))).status).toBe(200);
    answer();
    await Promise.all(taken);
  });

  /** A fourth is refused only once three have arrived. */
  async function allTaken(): Promise<void> {
    while ((await ask("{ __typename }")).status !== 503);
  }
});

describe("whoever wants to be told of changes", () => {
  const accept = { accept: "text/event-stream" };

  it("gets a stream, that takes no place among the requests and holds up no stop", async () => {
    const streams = await Promise.all(
      [1, 2, 3, 4].map(() => fetch(`${front.url}/graphql`, { headers: accept })),
    );
    expect(streams.map(({ headers }) => headers.get("content-type"))).toEqual(
      Array(4).fill("text/event-stream"),
    );
    expect((await ask("{ __typename }")).status).toBe(200);
    await front.drain();
    await Promise.all(streams.map(({ body }) => body?.cancel()));
  });

  it("is told from who names streams beside JSON with all they ask, as clients do by habit", async () => {
    const headers = {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json, text/event-stream, multipart/mixed",
    };
    const body = JSON.stringify({ query: "{ __typename }" });
    const response = await fetch(`${front.url}/graphql`, { method: "POST", headers, body });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });

  it("gets a WebSocket", async () => {
    const { hostname, port } = new URL(front.url);
    const headers = { connection: "Upgrade", upgrade: "websocket" };
    const [response] = await once(request({ hostname, port, path: "/graphql", headers }).end(), "upgrade");
    expect((response as IncomingMessage).statusCode).toBe(101);
  });
});

describe("pages of other origins", () => {
  const preflight = (origin: string) =>
    fetch(`${front.url}/graphql`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
  const granted = ({ headers }: Response) => headers.get("access-control-allow-origin");

  it("may ask where theirs is listed, with a token of their own", async () => {
    const allowed = await preflight("https://dashboard.test");
    expect([allowed.status, granted(allowed)]).toEqual([204, "https://dashboard.test"]);
    expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(allowed.headers.get("access-control-allow-headers")).toContain("whistlegraph-basis");
    expect(allowed.headers.get("access-control-allow-methods")).toBe("GET, POST");
    expect(Number(allowed.headers.get("access-control-max-age"))).toBeGreaterThan(0);
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    expect(allowed.headers.get("vary")).toBe("origin");

    answer();
    const asked = await fetch(`${front.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://dashboard.test" },
      body: JSON.stringify({ query: "{ name }" }),
    });
    expect([asked.status, granted(asked)]).toEqual([200, "https://dashboard.test"]);
  });

  it.each([
    "https://elsewhere.test",
    "https://dashboard.test.elsewhere.test",
    "http://dashboard.test",
    "https://dashboard.test:8443",
    "null",
  ])("may not where it is not: %s", async (origin) => {
    const refused = await preflight(origin);
    expect([refused.status, granted(refused)]).toEqual([403, null]);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "ORIGIN_REFUSED" } }] });
  });
});

it.each([
  ["POST", "/health/live", 405, "METHOD_NOT_ALLOWED"],
  ["DELETE", "/.well-known/jwks.json", 405, "METHOD_NOT_ALLOWED"],
  ["PUT", "/graphql", 405, "METHOD_NOT_ALLOWED"],
  ["OPTIONS", "/graphql", 405, "METHOD_NOT_ALLOWED"],
  ["TRACE", "/health/live", 405, "METHOD_NOT_ALLOWED"],
  ["GET", "//", 404, "NO_SUCH_PATH"],
  ["GET", "/graphql/", 404, "NO_SUCH_PATH"],
  ["GET", "/%", 404, "NO_SUCH_PATH"],
])("%s %s is refused: %i %s", async (method, path, status, code) => {
  const { hostname, port } = new URL(front.url);
  const [response] = (await once(request({ hostname, port, path, method }).end(), "response")) as [
    IncomingMessage,
  ];
  expect([response.statusCode, JSON.parse(await text(response)).errors[0].extensions.code]).toEqual([
    status,
    code,
  ]);
  expect(response.headers.allow === undefined).toBe(status !== 405);
});

it("being closed, lets a department ask on for a request under way, and nobody else", async () => {
  const underWay = ask("{ name }");
  await asked;
  const drained = front.drain();
  const department = await openSigningKey(subgraphIdentity("tickets"));
  expect((await ask("{ __typename }", await department.sign({}, gatewayIdentity))).status).toBe(200);
  expect((await ask("{ __typename }")).status).toBe(503);
  expect((await ask("{ __typename }", "nonsense")).status).toBe(503);
  answer();
  expect((await underWay).status).toBe(200);
  await drained;
});
