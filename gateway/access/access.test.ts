import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import { person } from "../../test/testkit/people.ts";

const clerk = person(Post.COMMUNITY_STAFF, { unit: "430105010001" });
const reader = person(Post.COMMUNITY_STAFF, { unit: "430105010001", scopes: ["phone:read"] });

let graph: SmallFederation;

beforeAll(async () => {
  graph = await smallFederation({
    people: {
      sdl: `
        type Query { place: Place @tag(name: "public") person: Person @authenticated signs: [Sign!]! @tag(name: "public") anything: [Anything!]! required: Place! @authenticated }
        union Anything = Place | Person
        interface Sign @tag(name: "public") { text: String }
        type OpenSign implements Sign @tag(name: "public") { text: String }
        type ClosedSign implements Sign @tag(name: "public") { text: String @requiresScopes(scopes: [["sign:read"]]) }
        type Place @tag(name: "public") { name: String! keeper: Person }
        type Person @key(fields: "id") @authenticated {
          id: ID! name: String! phone: String @requiresScopes(scopes: [["phone:read"]])
          number: String! @requiresScopes(scopes: [["phone:read", "number:read"], ["register"]])
          judged: String @policy(policies: [["nobody-decides-this"]])
        }`,
      resolvers: {
        Query: {
          place: () => ({ name: "通泰街", keeper: { id: "1" } }),
          person: () => ({ id: "1" }),
          required: () => ({ name: "x" }),
          signs: () => [
            { __typename: "OpenSign", text: "open" },
            { __typename: "ClosedSign", text: "closed" },
          ],
          anything: () => [
            { __typename: "Place", name: "通泰街" },
            { __typename: "Person", id: "1" },
          ],
        },
        Person: { name: () => "甲", phone: () => "139", number: () => "N", judged: () => "J" },
      },
    },
    cases: {
      sdl: `type Person @key(fields: "id") @authenticated { id: ID! cases: [String!]! @requiresScopes(scopes: [["phone:read"]]) }`,
      resolvers: { Person: { cases: () => ["c1"] } },
    },
  });
});
afterAll(() => graph.stop());

describe("what a caller may not see is withheld before planning", () => {
  it("answers public types to nobody in particular", async () => {
    expect(await graph.ask("{ place { name } }", null)).toEqual({
      data: { place: { name: "通泰街" } },
      errors: [],
    });
  });

  it.each([
    ["a field of a closed type", "{ person { name } }", { person: null }, ["person"]],
    [
      "beside an open field",
      "{ place { name keeper { name } } }",
      { place: { name: "通泰街", keeper: null } },
      ["place", "keeper"],
    ],
    ["under an alias", "{ open: place { who: keeper { id } } }", { open: { who: null } }, ["open", "who"]],
    [
      "in a named fragment",
      "{ place { ...F } } fragment F on Place { keeper { id } }",
      { place: { keeper: null } },
      ["place", "keeper"],
    ],
  ])("gives null and UNAUTHENTICATED without a token: %s", async (_, query, data, path) => {
    expect(await graph.ask(query, null)).toEqual({ data, errors: [{ code: "UNAUTHENTICATED", path }] });
  });

  it("passes a withheld non-null field on to its parent", async () => {
    expect(await graph.ask("{ required { name } }", null)).toEqual({
      data: null,
      errors: [{ code: "UNAUTHENTICATED", path: ["required"] }],
    });
  });

  it("lets fragments on a closed type of a union fall away, and refuses a list that may hold it", async () => {
    const answer = await graph.ask("{ anything { ... on Place { name } ... on Person { name } } }", null);
    expect(answer).toEqual({ data: null, errors: [{ code: "UNAUTHENTICATED", path: ["anything"] }] });
  });

  it("withholds an interface's field that one of its types closes, and shows it where its type is named", async () => {
    const before = graph.sent.length;
    const { data, errors } = await graph.ask("{ signs { text ... on OpenSign { open: text } } }", clerk);
    expect(data).toEqual({ signs: [{ text: null, open: "open" }, { text: null }] });
    expect(errors).toEqual([
      { code: "WITHHELD", path: ["signs", 0, "text"] },
      { code: "WITHHELD", path: ["signs", 1, "text"] },
    ]);
    expect(graph.sent.slice(before)).toEqual(["{signs{__typename ...on OpenSign{open:text}}}"]);
  });

  it.each([
    [clerk, "phone", { phone: null }, ["WITHHELD"]],
    [reader, "phone", { phone: "139" }, []],
    [clerk, "cases", null, ["WITHHELD"]],
    [reader, "cases", { cases: ["c1"] }, []],
    [reader, "judged", { judged: null }, ["WITHHELD"]],
  ])("asks for scopes and leaves policies closed: %#", async (who, field, fields, codes) => {
    const answer = await graph.ask(`{ person { ${field} } }`, who);
    expect(answer.data).toEqual({ person: fields });
    expect(answer.errors.map(({ code }) => code)).toEqual(codes);
  });

  it("takes one whole list of scopes, not parts of two", async () => {
    const withScopes = (...scopes: string[]) =>
      person(Post.COMMUNITY_STAFF, { unit: "430105010001", scopes });
    const asked = (who: typeof clerk) => graph.ask("{ person { number } }", who);
    expect((await asked(withScopes("phone:read"))).data).toEqual({ person: null });
    expect((await asked(withScopes("phone:read", "number:read"))).data).toEqual({ person: { number: "N" } });
    expect((await asked(withScopes("register"))).data).toEqual({ person: { number: "N" } });
  });

  it("tells nobody from whoever holds a scope of a strange name, or none", async () => {
    const asked = (who: typeof clerk | null) => graph.ask("{ person { id } }", who);
    const strange = person(Post.COMMUNITY_STAFF, { unit: "430105010001", scopes: ["(nobody)", "null", ""] });
    for (const who of [strange, clerk]) expect((await asked(who)).data).toEqual({ person: { id: "1" } });
    expect(await asked(null)).toEqual({
      data: { person: null },
      errors: [{ code: "UNAUTHENTICATED", path: ["person"] }],
    });
  });

  it("never sends a withheld field to a subgraph", async () => {
    const before = graph.sent.length;
    await graph.ask("{ person { name phone cases } }", clerk);
    expect(graph.sent.slice(before).join(" ")).not.toMatch(/phone|cases/);
  });

  it("refuses an operation too long to be anybody's question, before validating it", async () => {
    const fields = Array.from({ length: 2_000 }, (_, index) => `p${index}: place { name }`);
    const before = graph.sent.length;
    const { data, errors } = await graph.ask(`{ ${fields.join(" ")} }`, null);
    expect({ data, codes: errors.map(({ code }) => code) }).toEqual({
      data: null,
      codes: ["OPERATION_TOO_LARGE"],
    });
    expect(graph.sent.length).toBe(before);
  });

  it("asks no subgraph when everything is withheld", async () => {
    const before = graph.sent.length;
    await graph.ask("{ person { name } }", null);
    expect(graph.sent.length).toBe(before);
  });
});
