import { describe, expect, it } from "vitest";
import { following, Link } from "./link.ts";

const query =
  "subscription ($number: String!, $after: Int) { whistleChanges(number: $number, after: $after) { position } }";

describe("following changes again", () => {
  it("asks as at first until something was got, then for what came after it", () => {
    const { payload, got } = following({ query, variables: { number: "W" } });
    expect(JSON.parse(JSON.stringify(payload))).toEqual({ query, variables: { number: "W" } });
    got({ whistleChanges: { position: 7 } });
    got({ whistleChanges: { position: 9 } });
    expect(JSON.parse(JSON.stringify(payload)).variables).toEqual({ number: "W", after: 9 });
  });

  it.each([
    ["another that takes no position", "subscription { changes { position } }", { changes: { position: 3 } }],
    ["an event without one", query, { whistleChanges: { kind: "WHISTLE_SIGNED" } }],
    ["an error in place of an event", query, null],
  ])("%s is asked for as at first", (_, asked, data) => {
    const { payload, got } = following({ query: asked, variables: { number: "W" } });
    got(data);
    expect(payload.variables).toEqual({ number: "W" });
  });
});

describe("a connection that comes back", () => {
  it("is told of, and neither its first coming nor its end is", () => {
    const link = new Link();
    let back = 0;
    link.is("open");
    const leave = link.whenBack(() => {
      back += 1;
    });
    link.is("idle");
    link.is("open");
    expect(back).toBe(0);
    link.is("lost");
    link.is("open");
    link.is("lost");
    expect(back).toBe(1);
    leave();
    link.is("open");
    expect(back).toBe(1);
  });
});
