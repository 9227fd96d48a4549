import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { createLocalJWKSet } from "jose";
import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { createIdentify } from "../gateway/access/identity.ts";
import { addressOf } from "../gateway/transport/address.ts";
import { httpSubgraph } from "../gateway/transport/http-subgraph.ts";
import { openingOf } from "../gateway/transport/subgraph-connection.ts";
import { gatewayIdentity, subgraphIdentity } from "../subgraphs/shared/envelope.ts";
import { serveSubgraph } from "../subgraphs/shared/server.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import type { RunningSubgraph } from "../subgraphs/shared/subgraph.ts";
import { temporaryDirectory } from "../test/testkit/temporary-directory.ts";
import { makeRoomForSocket, socketPathOf, socketUrl } from "./unix-socket.ts";

let path: string;
beforeEach(async () => {
  path = join(await temporaryDirectory(), "sockets", "grids.sock");
});

const place = { of: "The grids subgraph", setting: "SUBGRAPH_URL_GRIDS" };
const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
const listenAt = (server: Server) => new Promise<void>((resolve) => server.listen(path, resolve));

describe("room for a Unix socket", () => {
  it("is a directory nobody else may enter", async () => {
    await makeRoomForSocket(path, place);
    expect(await modeOf(join(path, ".."))).toBe("700");
  });

  it("is made where a killed process left its socket behind", async () => {
    await mkdir(join(path, ".."));
    await writeFile(path, "");
    await makeRoomForSocket(path, place);
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  it("is not made where another process listens", async () => {
    await makeRoomForSocket(path, place);
    const other = createServer();
    await listenAt(other);
    await expect(makeRoomForSocket(path, place)).rejects.toThrow(
      /another process does: set SUBGRAPH_URL_GRIDS/,
    );
    expect(await readdir(join(path, ".."))).toEqual(["grids.sock"]);
    other.close();
  });

  it("is not made where the path is longer than systems allow: it would be cut off", async () => {
    const long = join(path, "x".repeat(90));
    await expect(makeRoomForSocket(long, place)).rejects.toThrow(/set SUBGRAPH_URL_GRIDS to a shorter path/);
  });
});

it("a socket's URL leads back to its path, whatever the directory is called", () => {
  const directory = "/数据 目录/#1?";
  expect(socketPathOf(socketUrl(directory, "grids") ?? "")).toBe(`${directory}/sockets/grids.sock`);
  expect(addressOf(socketUrl(directory, "grids") ?? "")).toEqual({ path: `${directory}/sockets/grids.sock` });
});

it("a subgraph at a Unix socket is asked, vouches for itself, and lets nobody else in", async () => {
  await makeRoomForSocket(path, place);
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const key = await openSigningKey(subgraphIdentity("grids"));
  const subgraph = {
    name: "grids",
    execute: async (_: unknown, { at }: { at: Date }) => ({ data: { at: at.toISOString() } }),
    ready: async () => undefined,
  } as Partial<RunningSubgraph> as RunningSubgraph;
  const server = await serveSubgraph(subgraph, {
    gatewayKeys: createLocalJWKSet(gatewayKey.jwks),
    jwks: key.jwks,
    host: "127.0.0.1",
    port: 0,
    socket: path,
    log: pino({ level: "silent" }),
  });
  expect(server.url).toBe(`unix:${path}`);
  expect(await modeOf(path)).toBe("600");

  const connection = httpSubgraph({
    name: "grids",
    url: server.url,
    key: gatewayKey,
    onFailure: () => undefined,
  });
  const at = new Date("2026-06-01T01:00:00.000Z");
  const question = { kind: "query", operation: "{ at }", opening: openingOf("{ at }") } as const;
  expect(await connection.ask(question, { principal: null, at })).toEqual({ data: { at: at.toISOString() } });

  const identify = createIdentify({
    issuer: "https://issuer.test",
    audience: "whistlegraph",
    keys: { keys: [] },
    services: new Map([["grids", server.url]]),
  });
  expect(await identify(`Bearer ${await key.sign({}, gatewayIdentity)}`, at)).toMatchObject({
    unit: "grids",
  });
  await connection.close();
  await server.close();
});
