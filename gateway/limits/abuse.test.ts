import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SmallFront, smallFront } from "../../test/testkit/front.ts";

const sdl = `
  type Query {
    me: Person @tag(name: "public")
    named(name: String, ages: [Int!], like: Like, kind: Kind): Person @tag(name: "public")
    fails: String @tag(name: "public")
  }
  type Mutation { rename: Boolean @tag(name: "public") }
  type Person @tag(name: "public") { name: String friends: [Person!]! }
  input Like { text: String, any: [Like!] }
  enum Kind { GRID_MEMBER }`;

let front: SmallFront;

beforeAll(async () => {
  const person = { name: "蓝采薇", friends: () => [person, person] };
  const Query = {
    me: () => person,
    named: () => person,
    fails: () => {
      throw new Error('syntax error at or near "SELECT" in postgres://tickets:hunter2@10.0.0.7:5432/tickets');
    },
  };
  front = await smallFront({ people: { sdl, resolvers: { Query } } });
});
afterAll(() => front.close());

const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json) =>
  fetch(`${front.url}/graphql`, { method: "POST", headers, body });
const get = (search: string, headers: Record<string, string> = {}) =>
  fetch(`${front.url}/graphql${search}`, { headers });
const asking = (query: string, rest: object = {}): string => JSON.stringify({ query, ...rest });
const repeat = (text: string, times: number): string => text.repeat(times);
const numbered = (times: number, text: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => text(index)).join(" ");

interface Said {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly fault?: string };
}

async function refusalsIn(response: Response): Promise<readonly Said[]> {
  const text = await response.text();
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json/);
  expect(text.length).toBeLessThan(20_000);
  expect(text).not.toMatch(/<html|node_modules|\.ts:\d|\.js:\d|at \w+ \(|Did you mean|call stack/);
  return (JSON.parse(text) as { errors: readonly Said[] }).errors;
}

describe("what no client of good will sends is refused in JSON, under a code, in a few words", () => {
  it.each<[string, () => Promise<Response>, string]>([
    [
      "a form of another site",
      () => post("query={me{name}}", { "content-type": "application/x-www-form-urlencoded" }),
      "BODY_UNREADABLE",
    ],
    [
      "a form with files, which browsers send unasked",
      () => post("--a--", { "content-type": "multipart/form-data; boundary=a" }),
      "CROSS_SITE_REQUEST",
    ],
    [
      "a form with nothing in it",
      () =>
        post("--a--", {
          "content-type": "multipart/form-data; boundary=a",
          "apollo-require-preflight": "1",
        }),
      "UPLOAD_MALFORMED",
    ],
    [
      "plain text, which browsers send unasked",
      () => post(asking("{ me { name } }"), { "content-type": "text/plain" }),
      "BODY_UNREADABLE",
    ],
    [
      "plain text, with leave to send it",
      () =>
        post(asking("{ me { name } }"), { "content-type": "text/plain", "apollo-require-preflight": "1" }),
      "BODY_UNREADABLE",
    ],
    ["a body of no type", () => post(asking("{ me { name } }"), { "content-type": "" }), "BODY_UNREADABLE"],
    ["XML", () => post("<query/>", { "content-type": "application/xml" }), "BODY_UNREADABLE"],
    [
      "JSON in another charset",
      () => post(asking("{ me { name } }"), { "content-type": "application/json; charset=gbk" }),
      "BODY_UNREADABLE",
    ],
    [
      "a compressed body",
      () => post(asking("{ me { name } }"), { ...json, "content-encoding": "gzip" }),
      "BODY_UNREADABLE",
    ],
    ["a link on another site's page", () => get("?query={me{name}}"), "CROSS_SITE_REQUEST"],
    [
      "a change by GET",
      () => get("?query=mutation{rename}", { "apollo-require-preflight": "1" }),
      "BAD_REQUEST",
    ],
    [
      "an address as long as an operation",
      () => get(`?query=${repeat("x", 9_000)}`, { "apollo-require-preflight": "1" }),
      "URL_TOO_LONG",
    ],
    ["malformed JSON", () => post('{"query":'), "BAD_INPUT"],
    ["an operation in no JSON", () => post("{ me { name } }"), "BAD_INPUT"],
    ["an empty body", () => post(""), "BAD_REQUEST"],
    ["a list where a request is due", () => post("[]"), "BAD_REQUEST"],
    ["a number where an operation is due", () => post('{"query": 7}'), "BAD_REQUEST"],
    ["variables that are a list", () => post(asking("{ me { name } }", { variables: [1] })), "BAD_REQUEST"],
    [
      "a body of little more than a megabyte",
      () => post(asking("{ me { name } }", { variables: { x: repeat("x", 1_100_000) } })),
      "BODY_TOO_LARGE",
    ],
    ["a document that does not parse", () => post(asking("{ me { name }")), "GRAPHQL_PARSE_FAILED"],
    ["a body of 20 MB", () => post(asking(repeat(" ", 20 * 1024 * 1024))), "BODY_TOO_LARGE"],
    [
      "an operation by a name every object has",
      () => post(asking("query A { me { name } }", { operationName: "__proto__" })),
      "BAD_INPUT",
    ],
    [
      "a name every object has among the variables",
      () =>
        post('{"query":"{ me { name } }","variables":{"__proto__":{"a":1}},"operationName":"constructor"}'),
      "OPERATION_RESOLUTION_FAILURE",
    ],
    [
      "a thousand aliases",
      () => post(asking(`{ ${numbered(1_000, (index) => `a${index}: me { name }`)} }`)),
      "OPERATION_TOO_LARGE",
    ],
    [
      "a thousand directives",
      () => post(asking(`{ me { name ${repeat("@x ", 1_000)}} }`)),
      "OPERATION_TOO_LARGE",
    ],
    [
      "ten thousand fields",
      () => post(asking(`{ me { ${repeat("name ", 10_000)}} }`)),
      "OPERATION_TOO_LARGE",
    ],
    [
      "a list cycle of less than a kilobyte",
      () => post(asking(`{ me { ${repeat("friends { ", 11)}name${repeat(" }", 11)} } }`)),
      "OPERATION_TOO_LARGE",
    ],
    [
      "a list cycle within the depth allowed",
      () => post(asking(`{ me { ${repeat("friends { ", 8)}name${repeat(" }", 8)} } }`)),
      "OPERATION_TOO_COSTLY",
    ],
    [
      "a list cycle through fragments",
      () =>
        post(
          asking(
            `{ me { ...F0 } } ${numbered(8, (index) => `fragment F${index} on Person { friends { ...F${index + 1} } }`)} fragment F8 on Person { name }`,
          ),
        ),
      "OPERATION_TOO_COSTLY",
    ],
    [
      "fragments that double thirty times",
      () =>
        post(
          asking(
            `{ me { ...F0 } } ${numbered(30, (index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`)} fragment F30 on Person { name }`,
          ),
        ),
      "OPERATION_TOO_LARGE",
    ],
    [
      "a fragment that leads back to itself",
      () => post(asking("{ me { ...F } } fragment F on Person { friends { ...F } }")),
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a name of fifty thousand letters",
      () => post(asking(`{ ${repeat("x", 50_000)} }`)),
      "OPERATION_TOO_LARGE",
    ],
    ["twenty thousand nested brackets", () => post(asking(repeat("{a", 20_000))), "OPERATION_TOO_LARGE"],
    [
      "twenty thousand nested lists in an argument",
      () => post(asking(`{ named(ages: ${repeat("[", 20_000)}`)),
      "OPERATION_TOO_LARGE",
    ],
    [
      "twenty thousand nested lists in a variable",
      () =>
        post(
          `{"query":"query ($l: Like) { named(like: $l) { name } }","variables":{"l":${repeat("[", 20_000)}${repeat("]", 20_000)}}}`,
        ),
      "OPERATION_TOO_LARGE",
    ],
    [
      "a value of fifty thousand letters where a number is due",
      () => post(asking(`{ named(ages: "${repeat("x", 50_000)}") { name } }`)),
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a variable of fifty thousand letters where a number is due",
      () =>
        post(
          asking("query ($a: [Int!]) { named(ages: $a) { name } }", {
            variables: { a: [repeat("x", 50_000)] },
          }),
        ),
      "BAD_USER_INPUT",
    ],
    ["a field that nearly exists", () => post(asking("{ mee { name } }")), "GRAPHQL_VALIDATION_FAILED"],
    [
      "a value that nearly exists",
      () => post(asking("{ named(kind: GRID_MEMBERS) { name } }")),
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a variable that nearly is a value",
      () =>
        post(asking("query ($k: Kind) { named(kind: $k) { name } }", { variables: { k: "GRID_MEMBERS" } })),
      "BAD_USER_INPUT",
    ],
    [
      "a question about the schema",
      () => post(asking("{ __schema { types { name } } }")),
      "INTROSPECTION_REFUSED",
    ],
    [
      "a token that is none",
      () => post(asking("{ me { name } }"), { ...json, authorization: "Bearer x" }),
      "UNAUTHENTICATED",
    ],
  ])("%s", async (_, send, code) => {
    const [refusal] = await refusalsIn(await send());
    expect(refusal?.extensions.code).toBe(code);
    expect(refusal?.message.length).toBeLessThan(600);
  });

  it("a hundred and one mistakes are not all counted", async () => {
    const refusals = await refusalsIn(
      await post(asking(`{ ${numbered(101, (index) => `nothing${index}`)} }`)),
    );
    expect(refusals.length).toBeLessThanOrEqual(11);
  });
});

describe("what a subgraph says of its insides", () => {
  it("stays with us, under a reference", async () => {
    const text = await (await post(asking("{ fails }"))).text();
    expect(text).not.toMatch(/SELECT|postgres|hunter2|10\.0\.0\.7/);
    expect(JSON.parse(text)).toMatchObject({
      data: { fails: null },
      errors: [
        {
          path: ["fails"],
          extensions: {
            code: "INTERNAL_SERVER_ERROR",
            subgraph: "people",
            details: { reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown },
          },
        },
      ],
    });
  });
});

it("`__typename` is told to everybody", async () => {
  expect(await (await post(asking("{ __typename me { __typename } }"))).json()).toEqual({
    data: { __typename: "Query", me: { __typename: "Person" } },
  });
});
