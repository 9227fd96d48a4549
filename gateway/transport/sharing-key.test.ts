import { describe, expect, it } from "vitest";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";
import { person } from "../../test/testkit/people.ts";
import type { RequestContext } from "../request-context.ts";
import { SharingKeys } from "./sharing-key.ts";
import { openingOf, type Question } from "./subgraph-connection.ts";

const keys = new SharingKeys();
const responder = person(Post.RESPONDER, { unit: "430105-COMMERCE", division: "430105", scopes: ["a", "b"] });
const at = new Date("2026-06-01T09:00:00.010+08:00");
const context: RequestContext = { principal: responder, at };
const question: Question = {
  kind: "query",
  operation: "{ a }",
  opening: openingOf("{ a }"),
  variables: '{"b":1}',
};

describe("a question shares the answer of another under way", () => {
  it.each<[string, Question, RequestContext]>([
    ["asked by the same caller", { ...question }, { ...context }],
    ["asked under another token of the same person", question, { ...context, principal: { ...responder } }],
    ["within a tenth of a second", question, { ...context, at: new Date(at.getTime() + 80) }],
  ])("%s", (_, asked, by) => {
    expect(keys.of(asked, by)).toBe(keys.of(question, context));
  });

  it("by a caller who may leave earlier", () => {
    const leaving = { ...context, signal: new AbortController().signal };
    expect(keys.of(question, leaving)).toBe(keys.of(question, context));
  });
});

describe("a question has an answer of its own", () => {
  /** Every field: what a principal is given one day must be decided on here. */
  const others: { readonly [Field in keyof Required<Principal>]: Principal[Field] } = {
    id: "somebody-else",
    name: "another name",
    post: Post.CHIEF_RESPONDER,
    unit: "430105-CITY-MANAGEMENT",
    division: "430105001",
    scopes: ["a"],
  };
  it.each(Object.entries(others))("when it is asked by one with another %s", (field, value) => {
    const other = { ...responder, [field]: value };
    expect(keys.of(question, { ...context, principal: other })).not.toBe(keys.of(question, context));
  });

  /** Every field of a request, but those that say nothing of its answer: how a caller is counted, how it leaves, what it wants noted. */
  const requests: {
    readonly [Field in Exclude<
      keyof Required<RequestContext>,
      "client" | "hasLeft" | "signal" | "trace"
    >]: RequestContext;
  } = {
    principal: { ...context, principal: null },
    at: { ...context, at: new Date(at.getTime() + 100) },
    basis: { ...context, basis: "power:1" },
    case: { ...context, case: "ticket:1" },
  };
  it.each(Object.entries(requests))("when it is asked with another %s", (_, by) => {
    expect(keys.of(question, by)).not.toBe(keys.of(question, context));
  });

  it.each<[string, Question]>([
    ["operation", { ...question, operation: "{ b }" }],
    ["value of a variable", { ...question, variables: '{"b":2}' }],
    ["set of variables", { kind: "query", operation: "{ a }", opening: openingOf("{ a }") }],
  ])("when it has another %s", (_, asked) => {
    expect(keys.of(asked, context)).not.toBe(keys.of(question, context));
  });

  it("whatever is put into basis and case to look like another", () => {
    expect(keys.of(question, { ...context, basis: 'x","y' })).not.toBe(
      keys.of(question, { ...context, basis: "x", case: "y" }),
    );
  });
});
