import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../testkit/composed.ts";
import { differenceOf } from "./comparison.ts";
import { defectsOf, isAskedOfMore } from "./defects.ts";
import { generateOperation } from "./operation.ts";
import { Random } from "./random.ts";
import { type Court, openCourt } from "./trial.ts";

/** A sample of what `run.ts` does with ten thousand. */
const operations = 250;

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court.close());

describe("generated operations", () => {
  it("are answered as one schema holding all types answers them; Apollo's gateway differs by known defects only", async () => {
    const different: unknown[] = [];
    const unexplained: unknown[] = [];
    for (let seed = 1; seed <= operations; seed++) {
      const trial = await court.try(generateOperation(court.schema, new Random(seed)), seed % 8);
      const { operation, oursDiffers, stockDiffers } = trial;
      if (oursDiffers && !isAskedOfMore(trial)) different.push({ seed, oursDiffers, operation });
      if (stockDiffers && defectsOf(trial, await court.planOf(operation)).length === 0) {
        unexplained.push({ seed, operation });
      }
    }
    expect(different).toEqual([]);
    expect(unexplained).toEqual([]);
  });

  it("are the same for the same seed, and others for another", () => {
    const [first, again, other] = [7, 7, 8].map((seed) => generateOperation(court.schema, new Random(seed)));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe("what counts as a difference", () => {
  const answer = (data: unknown, ...errors: [path: string, code: string][]): Answer => ({
    data,
    errors: errors.map(([path, code]) => ({ path: path.split("."), code, message: code })),
  });

  it.each<[string, Answer, Answer, string | undefined]>([
    ["nothing", answer({ a: 1 }), answer({ a: 1 }), undefined],
    ["another value", answer({ a: 1 }), answer({ a: 2 }), "other data"],
    ["another order of keys", answer({ a: 1, b: 2 }), answer({ b: 2, a: 1 }), "other data"],
    [
      "a null without a reason",
      answer({ a: null }),
      answer({ a: null }, ["a", "X"]),
      'no error for the null at ["a"]',
    ],
    [
      "another code",
      answer({ a: null }, ["a", "NOT_FOUND"]),
      answer({ a: null }, ["a", "X"]),
      'NOT_FOUND instead of SYSTEM at ["a"]',
    ],
    [
      "another of several reasons below one null",
      answer({ a: null }, ["a.b", "NOT_FOUND"]),
      answer({ a: null }, ["a.c", "X"], ["a.b", "NOT_FOUND"]),
      undefined,
    ],
    [
      "a reason for a null that needs none",
      answer({ a: null, b: null }, ["a", "X"], ["b", "X"]),
      answer({ a: null, b: null }, ["a", "X"]),
      'an error where none is due: X at ["b"]',
    ],
    [
      "a reason for what is there",
      answer({ a: 1 }, ["a", "X"]),
      answer({ a: 1 }),
      'an error that explains no null: X at ["a"]',
    ],
  ])("%s", (_, given, expected, difference) => {
    expect(differenceOf(given, expected)).toBe(difference);
  });
});
