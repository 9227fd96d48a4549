import { describe, expect, it } from "vitest";
import { countOfPeople } from "./count-of-people.ts";

describe("a count of people singles nobody out", () => {
  it.each([
    [0, 0, null],
    [1, null, 3],
    [2, null, 3],
    [3, 3, null],
    [4, 4, null],
    [1_000_000, 1_000_000, null],
  ])("%i: exact %s, fewer than %s", (count, exact, fewerThan) => {
    expect(countOfPeople(count)).toEqual({ exact, fewerThan });
  });

  it.each([-1, 1.5, Number.NaN])("%d is no count", (count) => {
    expect(() => countOfPeople(count)).toThrow(RangeError);
  });
});
