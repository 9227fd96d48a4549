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
    explorer: () => false,
    subgraphHealth: async () => ({ small: "unreachable" }),
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

  it("lead a visitor to the explorer, and nowhere else", async () => {
    expect(await get("/")).toMatchObject({ status: 307, location: "/explorer" });
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
