type Words = readonly [number, number, number, number];

const BYTE_HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

const hex = (word: number): string =>
  `${BYTE_HEX[word >>> 24]}${BYTE_HEX[(word >>> 16) & 255]}${BYTE_HEX[(word >>> 8) & 255]}${BYTE_HEX[word & 255]}`;

/** Four 32-bit words of a text, mixed four ways as MurmurHash3 mixes one (cyrb128). */
function hash128(text: string, [w1, w2, w3, w4]: Words): Words {
  let [h1, h2, h3, h4] = [w1, w2, w3, w4];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  h1 ^= h2 ^ h3 ^ h4;
  return [h1 >>> 0, (h2 ^ h1) >>> 0, (h3 ^ h1) >>> 0, (h4 ^ h1) >>> 0];
}

const START: Words = [1779033703, 3144134277, 1013904242, 2773480762];

/** A choice and how often it is taken, in any unit. */
export type Weighted<T> = readonly (readonly [T, number])[];

/**
 * A stream of random numbers (sfc32 of PractRand) that can be split by key. What a split yields depends on the keys
 * that lead to it and on nothing drawn elsewhere, so a new generator never shifts the others.
 */
export class Random {
  readonly #origin: Words;
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  private constructor(origin: Words) {
    this.#origin = origin;
    [this.#a, this.#b, this.#c, this.#counter] = origin;
  }

  static seeded(seed: string | number): Random {
    return new Random(hash128(String(seed), START));
  }

  split(key: string): Random {
    return new Random(hash128(key, this.#origin));
  }

  /** An unsigned 32-bit integer. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** At least 0, below 1. */
  fraction(): number {
    return this.word() / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.fraction() * choices.length)];
    if (choice === undefined) throw new RangeError("Nothing to pick from");
    return choice;
  }

  weighted<T>(choices: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.fraction() * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new RangeError("Nothing to pick from");
  }

  /** `count` different choices, in a new order; all of them when there are fewer. */
  sample<T>(choices: readonly T[], count: number): T[] {
    const pool = choices.slice();
    const taken = Math.min(count, pool.length);
    for (let index = 0; index < taken; index++) {
      const other = index + Math.floor(this.fraction() * (pool.length - index));
      const choice = pool[other] as T;
      pool[other] = pool[index] as T;
      pool[index] = choice;
    }
    pool.length = taken;
    return pool;
  }

  /** Around 1 with a long tail upwards: half of all values are below 1. */
  skewed(spread = 0.8): number {
    const sum = this.fraction() + this.fraction() + this.fraction() + this.fraction() - 2;
    return Math.exp(sum * spread * Math.sqrt(3));
  }

  /** A UUID of version 8 (RFC 9562: its content is the maker's own), so that no row's id depends on load order. */
  uuid(): string {
    const [a, b, c, d] = this.#origin;
    const first = hex(b);
    const second = hex(((c & 0x3fffffff) | 0x80000000) >>> 0);
    return `${hex(a)}-${first.slice(0, 4)}-8${first.slice(5)}-${second.slice(0, 4)}-${second.slice(4)}${hex(d)}`;
  }
}
