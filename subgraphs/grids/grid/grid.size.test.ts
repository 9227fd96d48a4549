import { describe, expect, it } from "vitest";
import { gridSizeFinding } from "./grid.size.ts";
import { GridKind } from "./grid.ts";
import { visitRate } from "./visit-rate.ts";

describe("ZY-1: a basic grid has 300 to 400 households", () => {
  it.each([
    [299, "TOO_FEW"],
    [300, undefined],
    [400, undefined],
    [401, "TOO_MANY"],
  ])("%i households: %s", (householdCount, problem) => {
    expect(gridSizeFinding({ kind: GridKind.BASIC, householdCount })?.problem).toBe(problem);
  });

  it("an exclusive grid has no size of its own (ZY-2)", () => {
    expect(gridSizeFinding({ kind: GridKind.EXCLUSIVE, householdCount: 0 })).toBeNull();
  });
});

describe("KF-2: nine households of ten are visited in the year", () => {
  it.each([
    [350, 315, 0.9, false],
    [350, 314, 314 / 350, true],
    [10, 9, 0.9, false],
    [767, 691, 691 / 767, false],
    [767, 690, 690 / 767, true],
    [0, 0, null, false],
  ])("%i households, %i visited: rate %s, alert %s", (households, visited, rate, belowTarget) => {
    expect(visitRate(2026, households, visited)).toMatchObject({ rate, belowTarget });
  });
});
