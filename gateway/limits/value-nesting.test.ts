import { describe, expect, it } from "vitest";
import { refuseOverNested } from "./value-nesting.ts";

const nested = (levels: number): string =>
  `{"variables":${"[".repeat(levels - 1)}"${"x".repeat(2_000)}"${"]".repeat(levels - 1)}}`;

describe("values within values", () => {
  it("may be so many and no more", () => {
    refuseOverNested(nested(64));
    expect(() => refuseOverNested(nested(65))).toThrow("open at once in its variables");
  });

  it.each([
    ["brackets in texts", JSON.stringify({ query: "{[".repeat(2_000) })],
    ["quotation marks in texts", JSON.stringify({ query: `"[{\\`.repeat(1_000) })],
    ["one after another", JSON.stringify({ list: Array(2_000).fill([]) })],
    ["too short to hurt", "[".repeat(100)],
  ])("are not taken to be in %s", (_, json) => {
    refuseOverNested(json);
  });
});
