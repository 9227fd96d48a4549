import { describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import { person } from "../../test/testkit/people.ts";
import { type IntrospectionPolicy, introspectionRefusal, introspectionScope } from "./introspection.ts";

const without = person(Post.GRID_MEMBER, { unit: "430105010003" });
const holder = person(Post.DATA_STEWARD, { unit: "430105-DATA-BUREAU", scopes: [introspectionScope] });

describe("the schema's description of itself", () => {
  it.each<[IntrospectionPolicy, string, typeof holder | null, boolean]>([
    ["everyone", "nobody known", null, true],
    ["everyone", "somebody", without, true],
    ["scope", "nobody known", null, false],
    ["scope", "somebody without the scope", without, false],
    ["scope", "a holder of the scope", holder, true],
    ["nobody", "a holder of the scope", holder, false],
  ])("where it is open to %s, is told to %s: %s", (policy, _, principal, told) => {
    const refusal = introspectionRefusal(["__type"], principal, policy);
    expect(refusal?.extensions.code).toBe(told ? undefined : "INTROSPECTION_REFUSED");
    expect(refusal?.message ?? "__type").toContain("__type");
  });

  it("is not in the way of who asks nothing of it", () => {
    expect(introspectionRefusal([], null, "nobody")).toBeUndefined();
  });
});
