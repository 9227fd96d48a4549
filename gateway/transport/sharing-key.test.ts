import { describe, expect, it } from "vitest";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";
import { person } from "../../test/testkit/people.ts";
import type { RequestContext } from "../request-context.ts";
import { SharingKeys } from "./sharing-key.ts";

const keys = new SharingKeys();
const responder = person(Post.RESPONDER, { unit: "430105-COMMERCE", division: "430105", scopes: ["a", "b"] });
const at = new Date("2026-06-01T09:00:00.010+08:00");
const context: RequestContext = { principal: responder, at };
describe("callers may have one answer to the same question", () => {
  it.each<[string, RequestContext]>([
    ["the same caller", { ...context }],
    ["under another token of the same person", { ...context, principal: { ...responder } }],
    ["within a tenth of a second", { ...context, at: new Date(at.getTime() + 80) }],
  ])("%s", (_, by) => {
    expect(keys.of(by)).toBe(keys.of(context));
  });

  it("one of whom may leave earlier", () => {
    const leaving = { ...context, signal: new AbortController().signal };
    expect(keys.of(leaving)).toBe(keys.of(context));
  });
});

describe("a caller has an answer of its own", () => {
  /** Every field: what a principal is given one day must be decided on here. */
  const others: { readonly [Field in keyof Required<Principal>]: Principal[Field] } = {
    id: "somebody-else",
    name: "another name",
    post: Post.CHIEF_RESPONDER,
    unit: "430105-CITY-MANAGEMENT",
    division: "430105001",
    scopes: ["a"],
    actor: "service:somebody",
    onBehalfOf: "somebody-else",
    access: { basis: "another basis", rows: {}, clear: [] },
  };
  it.each(Object.entries(others))("with another %s", (field, value) => {
    const other = { ...responder, [field]: value };
    expect(keys.of({ ...context, principal: other })).not.toBe(keys.of(context));
  });

  /**
   * Every field of a request, but those that say nothing of its answer: how a caller is counted, how it leaves, what it
   * wants noted; whom it says it reads for; and what it is entitled to, which each subgraph is told with the
   * principal.
   */
  const requests: {
    readonly [Field in Exclude<
      keyof Required<RequestContext>,
      "client" | "audience" | "signal" | "trace" | "entitlements" | "onBehalfOf"
    >]: RequestContext;
  } = {
    principal: { ...context, principal: null },
    at: { ...context, at: new Date(at.getTime() + 100) },
    basis: { ...context, basis: "power:1" },
    case: { ...context, case: "ticket:1" },
  };
  it.each(Object.entries(requests))("by another %s", (_, by) => {
    expect(keys.of(by)).not.toBe(keys.of(context));
  });

  it("whatever is put into basis and case to look like another", () => {
    expect(keys.of({ ...context, basis: 'x","y' })).not.toBe(keys.of({ ...context, basis: "x", case: "y" }));
  });
});
