import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dividedBy, minus, plus, ratio, rounded, times, wholePart, zero } from "./ratio.ts";

describe("exact fractions", () => {
  it("keep a whole percentage point that floating point loses (ZY-19)", () => {
    expect(Math.floor(64.02 - 63.02)).toBe(0);
    expect(wholePart(minus(ratio(6402, 100), ratio(6302, 100)))).toEqual(ratio(1));
  });

  it.each([
    [40_475, 40_915, 98.92],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 8, 12.5],
    [98_765, 1_000_000, 9.88],
    [0, 7, 0],
    [7, 7, 100],
  ])("show %i of %i as %d %%, halves up (ZY-22)", (part, whole, shown) => {
    expect(rounded(times(ratio(part, whole), ratio(100)), 2)).toBe(shown);
  });

  const fraction = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
    .map(([numerator, denominator]) => ratio(numerator, denominator));

  it("come back from every sum, and have one form", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(plus(a, b)).toEqual(plus(b, a));
        if (b.numerator !== 0n) expect(times(dividedBy(a, b), b)).toEqual(a);
        expect(plus(a, zero)).toEqual(a);
      }),
    );
  });

  it("divide nothing by zero", () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
  });
});
