import { describe, expect, it } from "vitest";
import { scopesOf } from "../../infra/issuer/posts.ts";
import { Post } from "../../subgraphs/shared/principal.ts";
import { person } from "../../test/testkit/people.ts";
import { asksForPlan, mayReadPlan, planScope } from "./plan-permission.ts";

describe("whether a plan is asked for", () => {
  it.each([
    [{}, false],
    [{ "whistlegraph-plan": "0" }, false],
    [{ "whistlegraph-plan": "1" }, true],
    [{ "whistlegraph-plan": "true" }, true],
    [{ "whistlegraph-plan": "" }, true],
  ])("of a request with %j: %s", (headers, asked) => {
    expect(asksForPlan(headers)).toBe(asked);
  });
});

describe("whether a plan may be read", () => {
  it.each([
    ["nobody", null, false],
    ["somebody without scopes", person(Post.DISTRICT_LEADER, { unit: "430105" }), false],
    [
      "one whose scopes only look like it",
      person(Post.RESPONDER, { unit: "430105", scopes: ["plan:readers", "plan"] }),
      false,
    ],
    [
      "one whose token carries the scope",
      person(Post.DATA_STEWARD, { unit: "430105", scopes: [planScope] }),
      true,
    ],
  ])("by %s", (_, principal, allowed) => {
    expect(mayReadPlan(principal)).toBe(allowed);
  });

  it("by the posts that developers sign in with", () => {
    expect(scopesOf(Post.CENTRE_DISPATCHER)).toContain(planScope);
    expect(scopesOf(Post.DATA_STEWARD)).toContain(planScope);
  });
});
