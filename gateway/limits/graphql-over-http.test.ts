import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import { type SmallFront, smallFront } from "../../test/testkit/front.ts";
import { person } from "../../test/testkit/people.ts";
import { introspectionScope } from "./introspection.ts";

let front: SmallFront;

beforeAll(async () => {
  const sdl = 'type Query { place: String @tag(name: "public") }';
  const places = { sdl, resolvers: { Query: { place: () => "通泰街" } } };
  // The audit asks for types by name.
  const reader = person(Post.DATA_STEWARD, { unit: "430105-DATA-BUREAU", scopes: [introspectionScope] });
  front = await smallFront({ places }, async () => reader);
});
afterAll(() => front.close());

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
