import { CombinedError } from "@urql/core";
import { describe, expect, it } from "vitest";
import { refusalsOf } from "../graph/refusal.ts";
import { daysToAsk, lastKnownDay } from "./known-days.ts";

describe("the working days to ask for", () => {
  it("reach from half a year back to four months ahead", () => {
    expect(daysToAsk("2026-06-10", undefined)).toEqual({ from: "2025-12-12", until: "2026-10-08" });
  });

  it("end with the last that is announced, on the day the graph said so", () => {
    const known = { on: "2026-09-10", last: "2026-12-31" };
    expect(daysToAsk("2026-09-10", known)).toEqual({ from: "2026-03-14", until: "2026-12-31" });
    expect(daysToAsk("2026-09-11", known).until).toBe("2027-01-09");
    expect(daysToAsk("2026-06-10", { ...known, on: "2026-06-10" }).until).toBe("2026-10-08");
  });
});

describe("the last day that is announced", () => {
  const refusedWith = (code: string, details: object) =>
    refusalsOf(new CombinedError({ graphQLErrors: [{ message: code, extensions: { code, details } }] }));

  it("is said where days beyond it are refused, and only there", () => {
    const details = { day: "2027-01-01", first: "2004-01-01", last: "2026-12-31" };
    expect(lastKnownDay(refusedWith("CALENDAR_NOT_COVERED", details))).toBe("2026-12-31");
    expect(lastKnownDay(refusedWith("UNREACHABLE", { last: "2026-12-31" }))).toBeUndefined();
    expect(lastKnownDay(refusalsOf(undefined))).toBeUndefined();
  });
});
