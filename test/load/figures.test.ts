import { describe, expect, it } from "vitest";
import { short, shortSpread, spreadOf } from "./figures.ts";

describe("figures", () => {
  it.each([
    [[3], { median: 3, min: 3, max: 3 }],
    [[9, 1, 4], { median: 4, min: 1, max: 9 }],
    [[1, 2, 3, 10], { median: 2.5, min: 1, max: 10 }],
  ])("of %j: the middle one, or between the middle two", (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });

  it("are written in three digits, with their spread where there is one", () => {
    expect([1234.5, 12.34, 1.234].map(short)).toEqual(["1235", "12.3", "1.23"]);
    expect(shortSpread({ median: 15, min: 15, max: 15 })).toBe("15.0");
    expect(shortSpread({ median: 150, min: 99, max: 201 })).toBe("150 [99.0..201]");
  });
});
