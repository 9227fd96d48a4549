import { describe, expect, it } from "vitest";
import { dueText, limitText, type WorkCalendar } from "./due.ts";

/** The first days of October 2019 are off, the Sunday before and the Saturday after are worked. */
const days = [
  "2019-09-26",
  "2019-09-27",
  "2019-09-29",
  "2019-09-30",
  "2019-10-08",
  "2019-10-09",
  "2019-10-10",
  "2019-10-11",
  "2019-10-12",
];
const calendar: WorkCalendar = { from: "2019-09-26", until: "2019-10-12", days };
const now = new Date("2019-09-26T10:00:00+08:00");

describe("when something is due", () => {
  it.each([
    ["2019-09-26T18:00:00+08:00", "due today at 18:00", "今日 18:00 到期"],
    ["2019-09-26T09:30:00+08:00", "overdue since 09:30 today", "已超期（今日 09:30）"],
    ["2019-09-27T00:30:00+08:00", "due in 1 working day", "还有 1 个工作日"],
    ["2019-10-09T23:59:59+08:00", "due in 5 working days", "还有 5 个工作日"],
    // A limit of five working days from a Thursday: the Sunday is worked, the first week of October is off.
    ["2019-10-10T00:00:00+08:00", "due in 5 working days", "还有 5 个工作日"],
    ["2019-09-27T00:00:00+08:00", "due today at 24:00", "今日 24:00 到期"],
    ["2019-12-01T00:00:00+08:00", "due 30 Nov, 24:00", "11月30日 24:00 到期"],
    ["2019-10-07T12:00:00+08:00", "due in 3 working days", "还有 3 个工作日"],
    ["2019-11-30T12:00:00+08:00", "due 30 Nov, 12:00", "11月30日 12:00 到期"],
    ["2019-09-20T12:00:00+08:00", "overdue since 20 Sept, 12:00", "已超期（9月20日 12:00）"],
  ])("%s: %s", (due, en, zh) => {
    expect(dueText(due, { now, calendar, language: "en" })).toBe(en);
    expect(dueText(due, { now, calendar, language: "zh" })).toBe(zh);
  });

  it("is told by the office's clock late in the evening too", () => {
    const evening = new Date("2019-09-30T23:30:00+08:00");
    expect(dueText("2019-09-27T12:00:00+08:00", { now: evening, calendar, language: "en" })).toBe(
      "overdue by 2 working days",
    );
    expect(dueText("2019-09-30T23:59:59+08:00", { now: evening, calendar, language: "zh" })).toBe(
      "今日 23:59 到期",
    );
  });

  it.each([
    ["2019-10-06T12:00:00+08:00", "due 6 Oct, 12:00", "10月6日 12:00 到期"],
    ["2019-10-04T12:00:00+08:00", "overdue since 4 Oct, 12:00", "已超期（10月4日 12:00）"],
  ])("is a date where only days off lie between: %s", (due, en, zh) => {
    const dayOff = new Date("2019-10-05T10:00:00+08:00");
    expect(dueText(due, { now: dayOff, calendar, language: "en" })).toBe(en);
    expect(dueText(due, { now: dayOff, calendar, language: "zh" })).toBe(zh);
  });

  it("is a date where the calendar is not there yet", () => {
    expect(dueText("2019-10-09T12:00:00+08:00", { now, calendar: undefined, language: "en" })).toBe(
      "due 9 Oct, 12:00",
    );
  });

  it("is said as an instant with the day's own end", () => {
    expect(limitText("2019-10-10T00:00:00+08:00", "zh", now)).toBe("10月9日 24:00");
    expect(limitText("2020-01-01T00:00:00+08:00", "en", now)).toBe("31 Dec, 24:00");
    expect(limitText("2019-10-09T16:30:00+08:00", "zh", now)).toBe("10月9日 16:30");
  });
});
