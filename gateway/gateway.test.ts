import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SmallFront, smallFront } from "../test/testkit/front.ts";

let front: SmallFront;

beforeAll(async () => {
  front = await smallFront({
    places: {
      sdl: 'type Query { place: String @tag(name: "public") add(n: Int): Int @tag(name: "public") fails: String @tag(name: "public") }',
      resolvers: {
        Query: {
          place: () => "通泰街",
          add: (_: unknown, { n }: { n: number }) => n + 1,
          fails: () => {
            throw new Error("connect ECONNREFUSED 10.0.0.7:5432 password=hunter2");
          },
        },
      },
    },
  });
});
afterAll(() => front.close());

const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json) =>
  fetch(`${front.url}/graphql`, { method: "POST", headers, body });

describe("the GraphQL door", () => {
  it("answers a query", async () => {
    const response = await post(JSON.stringify({ query: "{ place }" }));
    expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json/);
    expect(await response.json()).toEqual({ data: { place: "通泰街" } });
  });

  it.each<[string, string, Record<string, string>]>([
    ["a body that is not JSON", "{ place }", json],
    ["an empty body", "", json],
    ["a list where a request is due", "[]", json],
    ["a number where a query is due", '{"query": 7}', json],
    ["variables that are a list", '{"query": "{ place }", "variables": [1]}', json],
    [
      "a body over a megabyte",
      JSON.stringify({ query: "{ place }", variables: { x: "x".repeat(1_100_000) } }),
      json,
    ],
    ["a document that does not parse", JSON.stringify({ query: "{ place" }), json],
    ["twenty thousand brackets", JSON.stringify({ query: "{".repeat(20_000) }), json],
    ["a name of fifty thousand letters", JSON.stringify({ query: `{ ${"x".repeat(50_000)} }` }), json],
    ["a field there is none of", JSON.stringify({ query: "{ plaec }" }), json],
    [
      "an operation by a name every object has",
      JSON.stringify({ query: "query A { place }", operationName: "__proto__" }),
      json,
    ],
    ["a form from another site", "query={place}", { "content-type": "application/x-www-form-urlencoded" }],
    ["plain text, which browsers send unasked", '{"query":"{ place }"}', { "content-type": "text/plain" }],
  ])("refuses %s with a status of the caller's, in JSON, with a code", async (_, body, headers) => {
    const response = await post(body, headers);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const text = await response.text();
    const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
    expect(text).not.toMatch(/node_modules|\.ts:\d+|<html/);
  });

  it("takes no cross-site GET without a header that browsers ask leave for", async () => {
    const query = encodeURIComponent("{ place }");
    const plain = await fetch(`${front.url}/graphql?query=${query}`);
    expect(plain.status).toBe(400);
    const asked = await fetch(`${front.url}/graphql?query=${query}`, {
      headers: { "apollo-require-preflight": "1" },
    });
    expect(await asked.json()).toEqual({ data: { place: "通泰街" } });
  });

  it("refuses a bad token with 401 before anything is read of the graph", async () => {
    const response = await post(JSON.stringify({ query: "{ place }" }), {
      ...json,
      authorization: "Bearer x.y.z",
    });
    expect([
      response.status,
      ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    ]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("says of a failure inside only that there was one", async () => {
    const text = await (await post(JSON.stringify({ query: "{ fails }" }))).text();
    expect(text).not.toMatch(/hunter2|10\.0\.0\.7/);
    expect(JSON.parse(text)).toMatchObject({
      data: { fails: null },
      errors: [{ path: ["fails"], extensions: { code: "INTERNAL_SERVER_ERROR", subgraph: "places" } }],
    });
  });

  it("allows no other origin", async () => {
    const response = await fetch(`${front.url}/graphql`, {
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.test" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the other doors", () => {
  it.each([
    ["/health/live", 200],
    ["/health/ready", 200],
    ["/.well-known/jwks.json", 200],
    ["/nowhere", 404],
    ["/..%2f..%2fetc/passwd", 404],
  ])("%s answers %i in JSON", async (path, status) => {
    const response = await fetch(`${front.url}${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/application\/json/);
  });
});
