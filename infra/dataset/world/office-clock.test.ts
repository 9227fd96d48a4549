import { describe, expect, it } from "vitest";
import { addWorkingHours } from "../../../subgraphs/shared/calendar.ts";
import { dayNumber, dayNumberOf, MINUTE, midnight, OfficeClock, weekdayOf } from "./office-clock.ts";

const clock = new OfficeClock(dayNumber("2025-11-01"), dayNumber("2026-12-31"));
const hours = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "18:00" },
];

describe("OfficeClock", () => {
  it.each([
    "2026-09-30T09:12:00+08:00",
    "2026-09-30T12:30:00+08:00",
    "2026-09-30T23:40:00+08:00",
    "2026-10-04T10:00:00+08:00",
  ])("counts office minutes from %s as the calendar counts working hours", (text) => {
    const instant = Date.parse(text);
    for (const minutes of [1, 30, 200, 481, 2000]) {
      expect(new Date(clock.after(instant, minutes))).toEqual(
        addWorkingHours(new Date(instant), minutes / 60, hours),
      );
    }
  });

  it("never comes to what lies after the last day", () => {
    const late = Date.parse("2026-12-31T17:30:00+08:00");
    expect(clock.after(late, 10)).toBe(late + 10 * MINUTE);
    expect(clock.after(late, 60)).toBe(Number.POSITIVE_INFINITY);
  });

  it("knows days and midnights of China", () => {
    const day = dayNumber("2026-11-01");
    expect(new Date(midnight(day)).toISOString()).toBe("2026-10-31T16:00:00.000Z");
    expect(dayNumberOf(midnight(day) - MINUTE)).toBe(day - 1);
    expect(weekdayOf(day)).toBe(0);
  });
});
