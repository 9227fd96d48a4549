import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../schema/registry/compose.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { buildFederatedSchema } from "../../subgraphs/shared/federated-schema.ts";
import type { HttpServer } from "../../subgraphs/shared/http.ts";
import { openSubgraph, type RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { jpeg } from "../../subgraphs/tickets/media/media.fixtures.ts";
import { graphOf, grid, plainAnswers, resident } from "../../subgraphs/tickets/tickets.fixtures.ts";
import { tickets } from "../../subgraphs/tickets/tickets.subgraph.ts";
import { createDatabases, type TestDatabases } from "../../test/testkit/database.ts";
import { openFront } from "../front.ts";
import { createGateway, type Gateway } from "../gateway.ts";
import { supergraphOf } from "../supergraph/supergraph.ts";
import { localSubgraph } from "../transport/local-subgraph.ts";

let folder: string;
let databases: TestDatabases;
let subgraph: RunningSubgraph;
let gateway: Gateway;
let front: HttpServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whistlegraph-uploads-"));
  databases = await createDatabases(["tickets"]);
  const log = pino({ level: "silent" });
  const clock = () => new Date("2026-06-01T09:00:00+08:00");
  subgraph = await openSubgraph(tickets, {
    databaseUrl: databases.urls.tickets ?? "",
    mediaUrl: pathToFileURL(folder).href,
    graph: graphOf(plainAnswers),
    clock,
    log,
  });
  const composition = compose([{ name: "tickets", sdl: buildFederatedSchema(tickets).sdl }]);
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));
  gateway = await createGateway({
    supergraph: supergraphOf(composition.supergraph),
    subgraphs: new Map([["tickets", localSubgraph(subgraph)]]),
    identify: async (authorization) => {
      if (authorization === "Bearer forged") throw refuse("UNAUTHENTICATED");
      return authorization ? resident("person-1") : null;
    },
    clock,
    log,
    allowance: { points: 30_000, seconds: 3_600 },
  });
  front = await openFront({
    host: "127.0.0.1",
    port: 0,
    log,
    gateway,
    jwks: { keys: [] },
    pages: [],
    subgraphHealth: async () => ({}),
    arrival: { headersTimeout: 500, requestTimeout: 700, connectionsCheckingInterval: 50 },
  });
});
afterAll(async () => {
  await front.close();
  await gateway.stop();
  await subgraph.close();
  await databases.drop();
  await rm(folder, { recursive: true });
});

const operations = JSON.stringify({
  query: `mutation ($input: ReportDemandInput!, $key: String!) {
    reportDemand(input: $input, idempotencyKey: $key) { number media { kind } }
  }`,
  variables: {
    input: {
      kind: "HELP",
      channel: "SNAP_AND_REPORT",
      text: "充电桩",
      place: { gridCode: grid },
      media: [null],
    },
    key: "uploads-key-1",
  },
});
const map = '{"photo":["variables.input.media.0"]}';

const part = (name: string, content: string): string =>
  `--limit\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
const file = (content: Buffer, name = "photo"): string =>
  part(name, content.toString("latin1")).replace(
    "\r\n\r\n",
    '; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n',
  );
const end = "--limit--\r\n";
const whole = part("operations", operations) + part("map", map) + file(jpeg()) + end;

const head = (length: number | "chunked", more: readonly string[] = []): string =>
  [
    "POST /graphql HTTP/1.1",
    "host: gateway",
    "authorization: Bearer person-1",
    "apollo-require-preflight: true",
    "content-type: multipart/form-data; boundary=limit",
    length === "chunked" ? "transfer-encoding: chunked" : `content-length: ${length}`,
    "connection: close",
    ...more,
    "",
    "",
  ].join("\r\n");

const opened = async (): Promise<Socket> => {
  const { hostname, port } = new URL(front.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
};

/** What is answered to these bytes. */
async function answerTo(request: string): Promise<{ status: number; code: unknown; body: string }> {
  const socket = await opened();
  socket.write(Buffer.from(request, "latin1"));
  const answer = await text(socket);
  const [, body = ""] = answer.split("\r\n\r\n");
  const [, code] = /"code":"(\w+)"/.exec(answer) ?? [];
  return { status: Number(answer.slice(9, 12)), code, body };
}

const kept = async () => {
  const [{ rows }] = await subgraph.database.query(
    "SELECT (SELECT count(*) FROM media)::int + (SELECT count(*) FROM demand)::int AS rows",
  );
  return { rows, files: await readdir(folder) };
};
const nothing = { rows: 0, files: [] };

describe("an operation with a file, byte by byte on the wire", () => {
  const fields = part("operations", operations) + part("map", map);
  const sent = (body: string) => head(Buffer.byteLength(body, "latin1")) + body;

  it.each([
    ["the files first", sent(file(jpeg()) + fields + end), 400, "UPLOAD_MALFORMED"],
    [
      "the map first",
      sent(part("map", map) + part("operations", operations) + file(jpeg()) + end),
      400,
      "UPLOAD_MALFORMED",
    ],
    ["no map", sent(part("operations", operations) + end), 400, "UPLOAD_MALFORMED"],
    ["operations that are no JSON", sent(part("operations", "{") + part("map", map) + end), 400, "BAD_INPUT"],
    [
      "a map that is no JSON",
      sent(part("operations", operations) + part("map", "{") + file(jpeg()) + end),
      400,
      "BAD_INPUT",
    ],
    [
      "several operations",
      sent(part("operations", `[${operations}]`) + part("map", map) + end),
      400,
      "BAD_INPUT",
    ],
    [
      "operations that nobody can validate",
      sent(part("operations", '{"query":"{ nothing }","variables":{}}') + part("map", map) + end),
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "operations of more than a megabyte",
      sent(part("operations", " ".repeat(1 << 20) + operations) + part("map", map) + end),
      413,
      "BODY_TOO_LARGE",
    ],
    ["the map twice", sent(fields + part("map", map) + file(jpeg()) + end), 400, "UPLOAD_MALFORMED"],
    ["the same file twice", sent(fields + file(jpeg()) + file(jpeg()) + end), 400, "UPLOAD_MALFORMED"],
    [
      "more parts than there may be",
      sent(fields + file(jpeg()) + file(jpeg(), "x").repeat(12) + end),
      400,
      "UPLOAD_MALFORMED",
    ],
    ["no end", sent(fields + file(jpeg())), 400, "UPLOAD_MALFORMED"],
    ["an end in the middle of a file", sent(fields + file(jpeg()).slice(0, -60)), 400, "UPLOAD_MALFORMED"],
    ["no boundary", sent(whole).replace("; boundary=limit", "; charset=utf-8"), 400, "UPLOAD_MALFORMED"],
    ["a token that is none", sent(whole).replace("person-1", "forged"), 401, "UNAUTHENTICATED"],
    ["no token", sent(whole).replace("authorization: Bearer person-1\r\n", ""), 401, "UNAUTHENTICATED"],
    [
      "no word of its own",
      sent(whole).replace("apollo-require-preflight: true\r\n", ""),
      400,
      "CROSS_SITE_REQUEST",
    ],
    [
      "a body that is compressed",
      sent(whole).replace("connection:", "content-encoding: gzip\r\nconnection:"),
      415,
      "BODY_UNREADABLE",
    ],
  ])("with %s is refused, and nothing is kept", async (_, request, status, code) => {
    expect(await answerTo(request)).toMatchObject({ status, code });
    expect(await kept()).toEqual(nothing);
  });

  it("that goes on beyond what it says it has is answered nothing, and nothing is kept", async () => {
    expect(await answerTo(head(whole.length - 20) + whole)).toMatchObject({ status: 0 });
    await expect.poll(kept).toEqual(nothing);
  });

  it("that comes too slowly is cut off, and nothing is kept", async () => {
    const slow = await answerTo(head(whole.length) + whole.slice(0, -100));
    expect(slow).toMatchObject({ status: 408, code: "REQUEST_TIMED_OUT" });
    await expect.poll(kept).toEqual(nothing);
  });

  it("whose sender leaves in the middle of the file is forgotten", async () => {
    const socket = await opened();
    socket.write(Buffer.from(head(whole.length) + whole.slice(0, -100), "latin1"));
    await expect.poll(async () => (await kept()).rows).toBe(1);
    socket.destroy();
    await expect.poll(kept).toEqual(nothing);
  });

  it("is carried out when it is whole, in one piece or in many", async () => {
    const { status, body } = await answerTo(
      `${head("chunked")}${whole.replace(/[\s\S]{1,40}/g, (piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)}0\r\n\r\n`,
    );
    expect([status, body]).toEqual([200, expect.stringContaining('"media":[{"kind":"PHOTO"}]')]);
    expect((await kept()).files.length).toBe(1);
  });

  it("uses up its sender's allowance, file by file", async () => {
    const answers = [];
    for (let times = 0; times < 30; times += 1) {
      const again = await answerTo(sent(whole));
      answers.push(again.code);
      if (again.code === "RATE_LIMITED") break;
    }
    expect(answers.at(-1)).toBe("RATE_LIMITED");
    expect((await kept()).files.length).toBe(1);
  });
});
