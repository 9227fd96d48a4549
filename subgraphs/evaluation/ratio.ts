/**
 * An exact fraction, always in lowest terms. Points are taken off at whole percentage points (ZY-19): in floating point
 * 64.02 − 63.02 is less than 1, and a unit would keep a point it lost. Rounding happens once, when a figure is shown.
 */
export interface Ratio {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

/** `numerator ÷ denominator`; the denominator must not be zero. */
export function ratio(numerator: number | bigint, denominator: number | bigint = 1n): Ratio {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 0n) throw new RangeError("nothing is divided by zero");
  const shared = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / shared, denominator: bottom / shared };
}

export const zero: Ratio = ratio(0);

export const plus = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { ...b, numerator: -b.numerator });

export const times = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.numerator, a.denominator * b.denominator);

export const dividedBy = (a: Ratio, b: Ratio): Ratio => times(a, ratio(b.denominator, b.numerator));

/** The whole part of a fraction that is not negative. */
export const wholePart = ({ numerator, denominator }: Ratio): Ratio => ratio(numerator / denominator);

/** As a number with so many decimals, halves rounded up (四舍五入), as results are published (ZY-22). Not negative. */
export function rounded({ numerator, denominator }: Ratio, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  const units = (2n * numerator * scale + denominator) / (2n * denominator);
  return Number(units) / Number(scale);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
