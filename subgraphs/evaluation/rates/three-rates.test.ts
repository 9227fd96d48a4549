import { describe, expect, it } from "vitest";
import { defaultRateRule } from "./default-rate-rule.ts";
import { DayBoundary } from "./rate-rule.ts";
import { ratesShown } from "./rates.ts";
import { countingDay, endOfCountingDay, noCounts, threeRates } from "./three-rates.ts";

const counts = {
  recorded: 120,
  valid: 100,
  contacted: 98,
  solved: 85,
  satisfied: 70,
  basicallySatisfied: 20,
  dissatisfied: 10,
};

describe("the three rates (三率)", () => {
  it.each([
    ["0.1 · 0.5 · 0.4", { responseWeight: 100, solvedWeight: 500, satisfiedWeight: 400 }, 87.5],
    ["30 · 35 · 35", { responseWeight: 300, solvedWeight: 350, satisfiedWeight: 350 }, 89.95],
  ])("98 / 85 / 88 of 100 valid call-backs, weighted %s", (_weights, weights, score) => {
    const rule = Object.assign(Object.create(defaultRateRule), weights);
    expect(ratesShown(counts, rule)).toEqual({
      responseRate: 98,
      solvedRate: 85,
      satisfiedRate: 88,
      score,
    });
  });

  it("are over valid call-backs, not over all of them", () => {
    expect(ratesShown({ ...counts, recorded: 5_000 }, defaultRateRule)).toEqual(
      ratesShown(counts, defaultRateRule),
    );
  });

  it("are unknown without a valid call-back: neither 0 nor 100", () => {
    expect(threeRates({ ...noCounts, recorded: 9 }, defaultRateRule)).toBeNull();
  });

  it.each([
    [40_915, 40_473, 98.92],
    [3, 2, 66.67],
    [7, 7, 100],
    [9, 0, 0],
  ])("ZY-22: %i valid, %i satisfied are shown as %d %%", (valid, satisfied, shown) => {
    const rates = ratesShown({ ...noCounts, valid, satisfied }, defaultRateRule);
    expect(rates.satisfiedRate).toBe(shown);
  });
});

describe("the day a call-back counts for", () => {
  it.each([
    [DayBoundary.NOON, "2026-06-01T11:59:59.999+08:00", "2026-06-01"],
    [DayBoundary.NOON, "2026-06-01T12:00:00.000+08:00", "2026-06-02"],
    [DayBoundary.NOON, "2026-06-01T23:30:00.000+08:00", "2026-06-02"],
    [DayBoundary.MIDNIGHT, "2026-06-01T23:59:59.999+08:00", "2026-06-01"],
    [DayBoundary.MIDNIGHT, "2026-06-02T00:00:00.000+08:00", "2026-06-02"],
  ])("by %s, %s belongs to %s", (boundary, at, day) => {
    const instant = new Date(at);
    expect(countingDay(instant, boundary)).toBe(day);
    expect(endOfCountingDay(countingDay(instant, boundary), boundary) > instant).toBe(true);
  });
});
