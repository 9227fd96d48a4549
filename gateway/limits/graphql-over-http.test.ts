import { serverAudits } from "graphql-http";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpServer } from "../../subgraphs/shared/http.ts";
import { Post } from "../../subgraphs/shared/principal.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import { person } from "../../test/testkit/people.ts";
import { openFront } from "../front.ts";
import { introspectionScope } from "./introspection.ts";

let graph: SmallFederation;
let front: HttpServer;

beforeAll(async () => {
  const sdl = 'type Query { place: String @tag(name: "public") }';
  const places = { sdl, resolvers: { Query: { place: () => "通泰街" } } };
  // The audit asks for types by name.
  const reader = person(Post.DATA_STEWARD, { unit: "430105-DATA-BUREAU", scopes: [introspectionScope] });
  graph = await smallFederation({ places }, async () => reader);
  front = await openFront({
    host: "127.0.0.1",
    port: 0,
    log: pino({ level: "silent" }),
    gateway: graph.gateway,
    jwks: { keys: [] },
    explorer: () => false,
    subgraphHealth: async () => ({}),
  });
});
afterAll(async () => {
  await front.close();
  await graph.stop();
});

/** Asks as a page does that was written for us: with the header no other site's page can send. */
const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { ...init.headers, "apollo-require-preflight": "true" } });

const audits = serverAudits({ url: () => `${front.url}/graphql`, fetchFn: ask });

describe("GraphQL over HTTP, as its own audit has it", () => {
  it("is asked in 61 ways", () => {
    expect(audits.length).toBe(61);
  });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("%s %s", async (_id, _name, audit) => {
    expect(await audit()).toMatchObject({ status: "ok" });
  });
});
