import { describe, expect, it } from "vitest";
import { SELDOM, SOON, untilTold } from "./gathered.ts";

const now = 1_000_000;

describe("when changes are told", () => {
  it.each([
    ["the first ones soon", undefined, SOON],
    ["soon after a quiet time", now - 10 * SELDOM, SOON],
    ["not sooner than that, however long it was due", now - SELDOM, SOON],
    ["no more often than seldom", now, SELDOM],
    ["what is left of that", now - 4_000, SELDOM - 4_000],
  ])("%s", (_, toldAt, expected) => {
    expect(untilTold(now, toldAt)).toBe(expected);
  });
});
