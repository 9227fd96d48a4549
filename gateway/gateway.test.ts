import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SmallFront, smallFront } from "../test/testkit/front.ts";

let front: SmallFront;

beforeAll(async () => {
  const sdl = 'type Query { place: String @tag(name: "public") }';
  front = await smallFront({ places: { sdl, resolvers: { Query: { place: () => "通泰街" } } } });
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
