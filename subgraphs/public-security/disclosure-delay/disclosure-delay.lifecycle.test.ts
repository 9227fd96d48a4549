import { describe, expect, it } from "vitest";
import type { Day } from "../../shared/calendar.ts";
import { people } from "../public-security.fixtures.ts";
import { isChiefOfDistrict, isDisclosed, monthsAfter } from "./disclosure-delay.lifecycle.ts";

describe("six months later (民法典 202)", () => {
  it.each<[Day, Day]>([
    ["2026-06-01", "2026-12-01"],
    ["2026-01-15", "2026-07-15"],
    ["2026-08-31", "2027-02-28"],
    ["2027-08-31", "2028-02-29"],
    ["2026-08-29", "2027-02-28"],
    ["2026-12-31", "2027-06-30"],
    ["2026-03-31", "2026-09-30"],
  ])("%s → %s", (from, expected) => expect(monthsAfter(from, 6)).toBe(expected));
});

describe("whether a read may be told", () => {
  const order = {
    beganAt: new Date("2026-06-01T01:00:00Z"),
    until: new Date("2026-09-30T16:00:00Z"),
  };
  it.each([
    ["the moment before the order", "2026-06-01T00:59:59.999Z", true],
    ["with the order", "2026-06-01T01:00:00Z", false],
    ["under it", "2026-08-01T00:00:00Z", false],
    ["on its last day in China, at midnight to come", "2026-09-30T15:59:59.999Z", false],
    ["from its end on", "2026-09-30T16:00:00Z", true],
    ["long after", "2027-09-30T16:00:00Z", true],
  ])("%s", (_, at, told) => expect(isDisclosed(order, new Date(at))).toBe(told));

  it("at any time where it ended as it began", () => {
    const { beganAt } = order;
    expect(isDisclosed({ beganAt, until: beganAt }, beganAt)).toBe(true);
  });
});

describe("who orders it", () => {
  it.each([
    ["chief", true],
    ["otherDistrict", true],
    ["bureau", false],
    ["station", false],
    ["stationChief", false],
    ["market", false],
    ["resident", false],
    ["teller", false],
  ] as const)("%s: %s", (who, may) => expect(isChiefOfDistrict(people[who])).toBe(may));
});
