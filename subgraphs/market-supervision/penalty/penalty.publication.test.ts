import { describe, expect, it } from "vitest";
import type { Day } from "../../shared/calendar.ts";
import { isPublished, publishedUntil, smallFineFen } from "./penalty.publication.ts";
import { PenaltyKind } from "./penalty.ts";

describe("a penalty is published (市场监督管理行政处罚信息公示规定 第十三条)", () => {
  it.each<[string, PenaltyKind, number | null, Day, Day]>([
    ["three months for a warning", PenaltyKind.WARNING, null, "2026-01-15", "2026-04-15"],
    ["three months for a small fine", PenaltyKind.FINE, smallFineFen, "2026-01-15", "2026-04-15"],
    ["three years for a larger one", PenaltyKind.FINE, smallFineFen + 1, "2026-01-15", "2029-01-15"],
    ["three years for what is more than a fine", PenaltyKind.CONFISCATION, 100, "2026-01-15", "2029-01-15"],
    [
      "to the month's last day where it has no such day",
      PenaltyKind.WARNING,
      null,
      "2026-11-30",
      "2027-02-28",
    ],
    ["over the turn of the year", PenaltyKind.WARNING, null, "2026-10-01", "2027-01-01"],
    ["from a leap day", PenaltyKind.SUSPENSION, null, "2024-02-29", "2027-02-28"],
  ])("%s", (_, kind, amountFen, from, until) => {
    expect(publishedUntil({ kind, amountFen }, from)).toBe(until);
  });

  it.each<[string, Day, boolean]>([
    ["not before its first day", "2026-01-14", false],
    ["on its first day", "2026-01-15", true],
    ["on the day before its publication ends", "2026-04-14", true],
    ["not on the day it ends", "2026-04-15", false],
  ])("%s", (_, day, expected) => {
    expect(isPublished({ publishedFrom: "2026-01-15", publishedUntil: "2026-04-15" }, day)).toBe(expected);
  });

  it("not while no day is set", () => {
    expect(isPublished({ publishedFrom: null, publishedUntil: null }, "2026-01-15")).toBe(false);
  });
});
