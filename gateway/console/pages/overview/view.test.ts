import { describe, expect, it } from "vitest";
import { homeOf, isWithin, noDaysIn, periodOf, viewOf } from "./view.ts";

const today = "2026-06-10";
const named = (address: string) => viewOf(new URLSearchParams(address), "430105", today);

describe("the view an address names", () => {
  it.each([
    ["", "430105", "2026-05-12", "2026-06-10"],
    ["place=430105010", "430105010", "2026-05-12", "2026-06-10"],
    ["from=2026-06-01", "430105", "2026-06-01", "2026-06-10"],
    ["until=2026-03-01", "430105", "2026-01-31", "2026-03-01"],
    ["from=2025-01-01&until=2025-12-31", "430105", "2025-01-01", "2025-12-31"],
    ["from=yesterday&until=2026-13-45", "430105", "2026-05-12", "2026-06-10"],
    ["from=2026-02-30", "430105", "2026-05-12", "2026-06-10"],
  ])("%s", (address, place, from, until) => {
    expect(named(address)).toEqual({ place, from, until });
  });
});

describe("what an address says for a day and is none", () => {
  it.each([
    ["from=yesterday&until=2026-13-45", ["yesterday", "2026-13-45"]],
    ["from=2026-02-30&until=2026-02-30", ["2026-02-30"]],
    ["from=2024-02-29&until=", []],
    ["", []],
  ])("%s", (address, written) => {
    expect([...noDaysIn(new URLSearchParams(address))]).toEqual(written);
  });
});

describe("a place is within where somebody's work lies", () => {
  it.each([
    ["430105", "430105", true],
    ["430105010003", "430105", true],
    ["430105", "430105010", false],
    ["430105020", "430105010", false],
    ["110117", "430105", false],
    ["430105", "", true],
  ])("%s in %s: %s", (place, home, within) => {
    expect(isWithin(place, home)).toBe(within);
  });
});

describe("a period", () => {
  it.each([
    ["from=2026-06-10", "today"],
    ["from=2026-06-04", "week"],
    ["", "thirtyDays"],
    ["from=2026-06-01", "month"],
    ["from=2026-01-01", "year"],
    ["from=2026-05-01", undefined],
    ["from=2026-06-01&until=2026-06-09", undefined],
  ])("of %s is %s", (address, period) => {
    expect(periodOf(named(address), today)).toBe(period);
  });
});

describe("where somebody's work lies", () => {
  it.each([
    ["a community", "430105010003", "430105010003", "430105010003"],
    ["a street", "430105010", "430105010", "430105010"],
    ["the district", "430105", "430105", "430105"],
    ["a department", "430105-COMMAND-CENTRE", "430105", "430105"],
    ["a department, stationed at a street", "430105-MARKET-SUPERVISION", "430105010", "430105"],
    ["a unit of which the token says no place", "430105010", undefined, "430105010"],
    ["a service", "evaluation", undefined, ""],
  ])("%s", (_, unit, division, home) => {
    expect(homeOf({ unit, division })).toBe(home);
  });
});
