import { expect, it } from "vitest";
import { coveredYears } from "../../../subgraphs/shared/calendar.ts";
import { anchorDay, toldUntil } from "./anchor-day.ts";

const lastYear = coveredYears.at(-1) ?? 0;

it.each([
  ["is today, by the clock of China", "2026-06-30T23:59:59+08:00", "2026-06-30"],
  ["is tomorrow's date when it is past midnight there", "2026-06-30T16:00:00Z", "2026-07-01"],
  ["stays where deadlines are still known", `${lastYear}-12-20T09:00:00+08:00`, `${lastYear}-12-01`],
  ["does not move on into a year nobody knows", `${lastYear + 3}-03-01T09:00:00+08:00`, `${lastYear}-12-01`],
])("the anchor day %s", (_, now, day) => {
  expect(anchorDay(new Date(now))).toBe(day);
});

it.each([
  ["up to the instant of a start on that day", "2026-06-30T16:20:00+08:00", "2026-06-30", true],
  [
    "up to that day's midnight where the calendar goes no further",
    `${lastYear}-12-20T09:00:00+08:00`,
    `${lastYear}-12-01`,
    false,
  ],
])("is told %s", (_, now, today, isNow) => {
  expect(toldUntil(new Date(now))).toEqual({ today, ...(isNow && { now: Date.parse(now) }) });
});
