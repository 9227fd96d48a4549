import { describe, expect, it } from "vitest";
import { defaultRateRule } from "../rates/default-rate-rule.ts";
import { BaseWeighting, DeductionCounting } from "../rates/rate-rule.ts";
import { noCounts, type RateCounts } from "../rates/three-rates.ts";
import { rounded } from "../ratio.ts";
import { assess, type BaseRule } from "./assessment-base.ts";

const rated = (satisfied: number, basicallySatisfied: number, dissatisfied: number): RateCounts => {
  const valid = satisfied + basicallySatisfied + dissatisfied;
  return { ...noCounts, recorded: valid, valid, satisfied, basicallySatisfied, dissatisfied };
};

/** The worked example of ZY-19: A 98.0 % of 200, B 95.0 % of 100, C 99.5 % of 100. */
const example = new Map([
  ["A", rated(196, 0, 4)],
  ["B", rated(95, 0, 5)],
  ["C", rated(95, 5, 0)],
]);

const rule = (change: Partial<BaseRule> = {}): BaseRule => ({ ...defaultRateRule, ...change });

const shown = (units: Map<string, RateCounts>, by: BaseRule) => {
  const { base, standings } = assess(units, by);
  return {
    base: base && rounded(base, 4),
    deductions: Object.fromEntries(
      [...standings].map(([unit, { deduction }]) => [unit, deduction && rounded(deduction, 4)]),
    ),
  };
};

describe("the assessment base (ZY-19)", () => {
  it.each([
    ["whole points", {}, 97.625, { A: 0, B: 2, C: 0 }],
    ["pro rata", { deductionCounting: DeductionCounting.PRO_RATA }, 97.625, { A: 0, B: 2.625, C: 0 }],
    ["half a point each", { pointsPerPercentagePoint: 500 }, 97.625, { A: 0, B: 1, C: 0 }],
    ["every unit weighing the same", { baseWeighting: BaseWeighting.EQUAL }, 97.5, { A: 0, B: 2, C: 0 }],
  ])("ZY-19: %s", (_name, change, base, deductions) => {
    expect(shown(example, rule(change))).toEqual({ base, deductions });
  });

  it("ZY-19: exactly one percentage point below costs one point", () => {
    // 63.02 against a base of 64.02: floating point would make it 0.9999… and take nothing off.
    const units = new Map([
      ["LOW", rated(6302, 0, 3698)],
      ["HIGH", rated(6502, 0, 3498)],
    ]);
    expect(shown(units, rule())).toEqual({ base: 64.02, deductions: { LOW: 1, HIGH: 0 } });
  });

  it("ZY-19: a unit nobody rated has no score, never 0 or 100, and does not move the base", () => {
    const withUnrated = new Map([...example, ["D", { ...noCounts, recorded: 3, valid: 2 }]]);
    expect(shown(withUnrated, rule())).toEqual({ base: 97.625, deductions: { A: 0, B: 2, C: 0, D: null } });
    expect(assess(new Map([["D", noCounts]]), rule()).base).toBeNull();
    expect(assess(new Map(), rule()).base).toBeNull();
  });
});
