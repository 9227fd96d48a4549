import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { refuse } from "../subgraphs/shared/errors.ts";
import { Post } from "../subgraphs/shared/principal.ts";
import type { Part } from "../test/testkit/composed.ts";
import { type SmallFront, smallFront } from "../test/testkit/front.ts";
import { person } from "../test/testkit/people.ts";
import { ApolloLane } from "./operation/apollo-lane.ts";

const places: Part = {
  sdl: `
    type Query {
      place(code: String! = "430105"): Place @tag(name: "public")
      keeper: Person
      fails: String @tag(name: "public")
    }
    type Mutation { rename(code: String!, name: String!): Place @tag(name: "public") }
    type Place @tag(name: "public") { code: String! name: String! keeper: Person }
    type Person @authenticated { name: String! phone: String @requiresScopes(scopes: [["phone:read"]]) }`,
  resolvers: {
    Query: {
      place: (_: unknown, { code }: { code: string }) => ({
        code,
        name: "通泰街",
        keeper: { name: "甲", phone: "139" },
      }),
      keeper: () => ({ name: "甲", phone: "139" }),
      fails: () => {
        throw new Error("connect ECONNREFUSED 10.0.0.7:5432 password=hunter2");
      },
    },
    Mutation: { rename: (_: unknown, place: { code: string; name: string }) => place },
  },
};

const clerk = person(Post.COMMUNITY_STAFF, { unit: "430105010001" });
const identify = async (authorization: string | undefined) => {
  if (authorization === undefined) return null;
  if (authorization === "Bearer clerk") return clerk;
  throw refuse("UNAUTHENTICATED");
};

let withFastLane: SmallFront;
let withoutFastLane: SmallFront;

beforeAll(async () => {
  [withFastLane, withoutFastLane] = await Promise.all([open(false), open(true)]);
});
afterAll(async () => {
  await withFastLane.close();
  await withoutFastLane.close();
});

const open = (long: boolean) =>
  smallFront({ places }, identify, { withoutFastLane: long, introspection: "everyone" });

interface Asked {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ url }: SmallFront, { body, headers }: Asked) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = (await response.text()).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "a reference");
  const { date: _, "keep-alive": __, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, text };
}

const query = "query Place($code: String!) { place(code: $code) { code name } }";
const token = { authorization: "Bearer clerk" };

const requests: readonly [string, Asked][] = [
  ["a query", { body: { query: "{ place { name } }" } }],
  ["variables", { body: { query, variables: { code: "1" } } }],
  ["variables that are null", { body: { query: "{ place { name } }", variables: null } }],
  ["a variable that is missing", { body: { query, variables: {} } }],
  ["a variable of another type", { body: { query, variables: { code: { nested: true } } } }],
  [
    "a named operation",
    { body: { query: "query A { place { name } } query B { fails }", operationName: "A" } },
  ],
  [
    "an operation name there is none of",
    { body: { query: "query A { place { name } }", operationName: "B" } },
  ],
  ["a field that fails", { body: { query: "{ fails place { name } }" } }],
  ["what needs a token, without one", { body: { query: "{ keeper { name } place { keeper { name } } }" } }],
  ["what needs a token, with one", { body: { query: "{ keeper { name phone } }" }, headers: token }],
  ["a bad token", { body: { query: "{ place { name } }" }, headers: { authorization: "Bearer forged" } }],
  ["a mutation", { body: { query: 'mutation { rename(code: "1", name: "新街") { name } }' } }],
  ["introspection", { body: { query: "{ __schema { queryType { name } } __typename }" } }],
  ["an alias of GraphQL's own", { body: { query: "{ __proto__: place { name } }" } }],
  [
    "the newer media type",
    { body: { query: "{ place { name } }" }, headers: { accept: "application/graphql-response+json" } },
  ],
  [
    "the newer media type, refused",
    { body: { query, variables: {} }, headers: { accept: "application/graphql-response+json" } },
  ],
  [
    "a media type there is no answer in",
    { body: { query: "{ place { name } }" }, headers: { accept: "image/png" } },
  ],
  ["an unknown field", { body: { query: "{ plaec }" } }],
];

describe("a request answered by the fast lane, and by Apollo Server's", () => {
  it.each(requests)("gets the same answer, the first time and ever after: %s", async (_, asked) => {
    const expected = await ask(withoutFastLane, asked);
    expect(expected.status).toBeLessThan(500);
    for (let time = 0; time < 3; time += 1) expect(await ask(withFastLane, asked)).toEqual(expected);
  });

  it("takes the fast lane once the operation and the wanted form of the answer are known", async () => {
    const long = vi.spyOn(ApolloLane.prototype, "answer");
    const known = { body: { query: "{ place { code } }" } };
    await ask(withFastLane, known);
    expect(long).toHaveBeenCalledTimes(1);
    await ask(withFastLane, known);
    await ask(withFastLane, { ...known, headers: token });
    expect(long).toHaveBeenCalledTimes(1);
    await ask(withFastLane, { ...known, headers: { "content-type": "application/json; charset=latin-1" } });
    await ask(withFastLane, { body: { ...known.body, extensions: { any: 1 } } });
    expect(long.mock.calls.length).toBeGreaterThan(1);
    long.mockRestore();
  });
});
