import { createLocalJWKSet, importJWK, type JWTPayload, SignJWT } from "jose";
import { Client } from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabases, type TestDatabases } from "../../test/testkit/database.ts";
import { notes } from "../../test/testkit/notes.ts";
import {
  envelopeHeader,
  gatewayIdentity,
  instantHeader,
  sealEnvelope,
  sealForQueries,
  subgraphIdentity,
} from "./envelope.ts";
import type { HttpServer } from "./http.ts";
import { serveSubgraph } from "./server.ts";
import { createPrivateJwk, openSigningKey, type SigningKey } from "./signing-key.ts";
import { openSubgraph, type RunningSubgraph } from "./subgraph.ts";
import { uploadLine, uploadPath } from "./upload-server.ts";

const question = JSON.stringify({ query: '{ books(names: ["a"]) { name } }' });
const nobody = { principal: null, at: new Date("2026-06-01T09:00:00+08:00") };

let databases: TestDatabases;
let subgraph: RunningSubgraph;
let server: HttpServer;
let gateway: SigningKey;
let privateJwk: Awaited<ReturnType<typeof createPrivateJwk>>;

beforeAll(async () => {
  privateJwk = await createPrivateJwk();
  gateway = await openSigningKey(gatewayIdentity, privateJwk);
  databases = await createDatabases(["notes"]);
  const log = pino({ level: "silent" });
  const graph = () => Promise.reject(new Error("no graph"));
  subgraph = await openSubgraph(notes, {
    databaseUrl: databases.urls.notes ?? "",
    graph,
    clock: () => new Date(0),
    log,
  });
  const { jwks } = await openSigningKey(subgraphIdentity("notes"));
  const gatewayKeys = createLocalJWKSet(gateway.jwks);
  server = await serveSubgraph(subgraph, { gatewayKeys, jwks, host: "127.0.0.1", port: 0, log });
});
afterAll(async () => {
  await server.close();
  await subgraph.close();
  await databases.drop();
});

async function send(
  sealed: string | undefined,
  body = question,
  instant?: string,
): Promise<{ status: number; data?: unknown; code?: unknown }> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: {
      ...(sealed === undefined ? {} : { [envelopeHeader]: sealed }),
      ...(instant === undefined ? {} : { [instantHeader]: instant }),
    },
    body,
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: [{ extensions: { code: unknown } }];
  };
  return { status: response.status, data, code: errors?.[0].extensions.code };
}

const seal = (key: SigningKey, subgraph = "notes", body = question) =>
  sealEnvelope(key, nobody, subgraph, body);

/** What the gateway's own key signs, but not as `sealEnvelope` would. */
async function forged(claims: JWTPayload): Promise<string> {
  const payload = JSON.parse(Buffer.from((await seal(gateway)).split(".")[1] ?? "", "base64url").toString());
  return new SignJWT({ ...payload, ...claims })
    .setProtectedHeader({ alg: "EdDSA", kid: gateway.jwks.keys[0]?.kid ?? "" })
    .sign(await importJWK(privateJwk, "EdDSA"));
}

it("answers what the gateway sealed for it", async () => {
  expect(await send(await seal(gateway))).toEqual({
    status: 200,
    data: { books: [{ name: "a" }] },
    code: undefined,
  });
});

describe("reached by anybody else, it refuses", () => {
  it.each<[string, () => Promise<string | undefined>]>([
    ["no envelope", async () => undefined],
    ["one of another key", async () => seal(await openSigningKey(gatewayIdentity))],
    ["its own key's", async () => seal(await openSigningKey(subgraphIdentity("notes")))],
    ["one sealed for another subgraph", () => seal(gateway, "tickets")],
    ["one sealed for another question", () => seal(gateway, "notes", "{}")],
    ["an expired one", () => forged({ exp: 1_000_000_000 })],
    ["one that never expires", () => forged({ exp: undefined as never })],
    ["one without an instant", () => forged({ at: undefined })],
    ["one issued by a subgraph", () => forged({ iss: subgraphIdentity("tickets") })],
    [
      "an unsigned one",
      async () => {
        const [, body] = (await seal(gateway)).split(".");
        return `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
      },
    ],
  ])("%s", async (_, envelope) => {
    expect(await send(await envelope())).toEqual({
      status: 401,
      data: undefined,
      code: "UNSIGNED_REQUEST",
    });
  });

  it.each(["not JSON", "null", '{"variables":{}}'])("a body that asks nothing: %s", async (body) => {
    expect(await send(await seal(gateway, "notes", body), body)).toMatchObject({
      status: 400,
      code: "BAD_INPUT",
    });
  });

  it("any other path", async () => {
    expect((await fetch(`${server.url}/graphql`)).status).toBe(404);
    expect((await fetch(`${server.url}/`)).status).toBe(404);
  });
});

describe("sent an envelope for queries, it", () => {
  const at = nobody.at.toISOString();
  const window = { principal: null, from: nobody.at, until: nobody.at };
  const underIt = async (query: string, instant?: string) =>
    send(await sealForQueries(gateway, window, "notes"), JSON.stringify({ query }), instant);

  it("answers any query, at an instant of the window", async () => {
    const books = { data: { books: [{ name: "b" }] } };
    expect(await underIt('{ books(names: ["b"]) { name } }', at)).toMatchObject(books);
    expect(await underIt('query Again { books(names: ["b"]) { name } }', at)).toMatchObject(books);
  });

  it.each([
    ["a mutation", 'mutation { write(text: "forged") { id } }'],
    ["a mutation beside a query", 'query Q { __typename } mutation M { write(text: "forged") { id } }'],
    [
      "a mutation behind a comment and a fragment",
      "# query\nfragment F on Note { id } mutation { write { ...F } }",
    ],
    ["a subscription", "subscription { changes { id } }"],
    ["what cannot be read", "query {"],
  ])("refuses %s", async (_, query) => {
    expect(await underIt(query, at)).toEqual({ status: 401, data: undefined, code: "UNSIGNED_REQUEST" });
  });

  it.each([undefined, "", "2026-06-01T01:00:00.001Z"])("refuses the instant %j", async (instant) => {
    expect(await underIt("{ __typename }", instant)).toMatchObject({ status: 401, code: "UNSIGNED_REQUEST" });
  });
});

describe("its door for files", () => {
  const file = `${uploadPath}/00000000-0000-4000-8000-000000000001`;
  const knock = async (method: string, path: string, sealed?: string): Promise<number> => {
    const headers = {
      ...(sealed !== undefined && { [envelopeHeader]: sealed }),
      [instantHeader]: nobody.at.toISOString(),
    };
    const response = await fetch(`${server.url}${path}`, { method, headers });
    return response.status;
  };

  it.each([
    ["POST", uploadPath],
    ["DELETE", `${uploadPath}?id=1`],
    ["GET", file],
  ])("is closed to %s %s but in an envelope for that very line", async (method, path) => {
    const window = { principal: null, from: nobody.at, until: nobody.at };
    expect(await knock(method, path)).toBe(401);
    expect(await knock(method, path, await sealForQueries(gateway, window, "notes"))).toBe(401);
    expect(await knock(method, path, await seal(gateway, "notes", uploadLine("GET", `${file}2`)))).toBe(401);
    expect(await knock(method, path, await seal(gateway, "tickets", uploadLine(method, path)))).toBe(401);
    // Here nobody takes files: whoever may knock is told that there are none.
    expect(await knock(method, path, await seal(gateway, "notes", uploadLine(method, path)))).toBe(404);
  });
});

it("publishes the public half of its own key", async () => {
  const published = await (await fetch(`${server.url}/.well-known/jwks.json`)).json();
  expect(published).toEqual({ keys: [expect.not.objectContaining({ d: expect.anything() })] });
});

describe("health", () => {
  const health = async (path: string) => {
    const response = await fetch(`${server.url}/health/${path}`);
    return { status: response.status, body: await response.json() };
  };

  it("is live and ready", async () => {
    expect(await health("live")).toEqual({ status: 200, body: { status: "live" } });
    expect(await health("ready")).toEqual({ status: 200, body: { status: "ready" } });
  });

  it("tells a database that is down from a fault of ours, until it is back", async () => {
    const read = JSON.stringify({ query: "{ notes(newest: true) { edges { node { id } } } }" });
    const ask = async () => send(await seal(gateway, "notes", read), read);

    await setDatabase("false");
    expect(await health("live")).toMatchObject({ status: 200 });
    expect(await health("ready")).toEqual({ status: 503, body: { status: "database unavailable" } });
    expect(await ask()).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });

    await setDatabase("true");
    expect(await health("ready")).toMatchObject({ status: 200 });
    expect(await ask()).toMatchObject({ data: { notes: { edges: [] } } });
  });

  async function setDatabase(open: "true" | "false"): Promise<void> {
    const name = new URL(databases.urls.notes ?? "").pathname.slice(1);
    const admin = new Client({ connectionString: inject("adminUrl") });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${open}`);
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
    await admin.end();
  }
});
