import { describe, expect, it } from "vitest";
import { dayIn, instantAt, startOfDay } from "./time.ts";

describe("what is written for a day", () => {
  it.each([
    ["2026-06-10", "2026-06-10"],
    ["2028-02-29", "2028-02-29"],
    ["2026-02-29", undefined],
    ["2026-13-01", undefined],
    ["12026-06-10", undefined],
    ["2026-6-1", undefined],
    ["yesterday", undefined],
    [null, undefined],
  ])("%s is %s", (written, day) => {
    expect(dayIn(written)).toBe(day);
  });

  it("begins by the office's clock; what is none stays as it is", () => {
    expect(startOfDay("2026-12-31")).toBe("2026-12-31T00:00:00+08:00");
    expect(startOfDay("2026-12-31", 1)).toBe("2027-01-01T00:00:00+08:00");
    expect(startOfDay("yesterday", 1)).toBe("yesterday");
  });
});

it.each([
  ["2026-06-10T09:30", "2026-06-10T01:30:00.000Z"],
  ["2026-01-01T00:00", "2025-12-31T16:00:00.000Z"],
  ["12026-06-10T09:30", ""],
  ["", ""],
])("a field that holds %s means %s", (clock, instant) => {
  expect(instantAt(clock)).toBe(instant);
});
