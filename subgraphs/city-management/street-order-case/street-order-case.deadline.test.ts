import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StreetOrderLimitUnit } from "../street-order-standard/street-order-standard.ts";
import { handlingDueAt, isOverdue } from "./street-order-case.deadline.ts";

const at = (beijing: string): Date => new Date(`${beijing.replace(" ", "T")}:00+08:00`);
const { WORKING_HOURS, WORKING_DAYS } = StreetOrderLimitUnit;

describe("when the handling of a case is due", () => {
  it.each<[string, number, StreetOrderLimitUnit, string, string]>([
    ["2026-11-23 09:00", 2, WORKING_HOURS, "2026-11-23 11:00", "within the morning"],
    ["2026-11-23 09:00", 3, WORKING_HOURS, "2026-11-23 12:00", "to the last minute of the morning"],
    ["2026-11-23 11:00", 2, WORKING_HOURS, "2026-11-23 14:00", "over the noon break"],
    ["2026-11-23 12:30", 1, WORKING_HOURS, "2026-11-23 14:00", "dispatched in the noon break"],
    ["2026-11-23 13:00", 4, WORKING_HOURS, "2026-11-23 17:00", "the whole afternoon"],
    ["2026-11-23 09:00", 7, WORKING_HOURS, "2026-11-23 17:00", "seven working hours are a working day"],
    ["2026-11-23 16:00", 4, WORKING_HOURS, "2026-11-24 12:00", "over night"],
    ["2026-11-23 22:00", 4, WORKING_HOURS, "2026-11-24 14:00", "dispatched at night"],
    ["2026-11-20 16:30", 1, WORKING_HOURS, "2026-11-23 09:30", "over an ordinary weekend"],
    ["2026-09-30 16:00", 4, WORKING_HOURS, "2026-10-08 12:00", "over National Day"],
    ["2026-10-09 16:00", 4, WORKING_HOURS, "2026-10-10 12:00", "into Saturday 10 October, a make-up day"],
    ["2026-10-10 15:00", 4, WORKING_HOURS, "2026-10-12 11:00", "from that make-up day over its Sunday"],
    ["2026-02-13 16:00", 2, WORKING_HOURS, "2026-02-14 10:00", "into Saturday 14 February, a make-up day"],
    ["2026-02-14 16:00", 2, WORKING_HOURS, "2026-02-24 10:00", "over the Spring Festival"],
    ["2020-01-23 16:00", 4, WORKING_HOURS, "2020-02-03 12:00", "over the prolonged holiday of 2020"],
    ["2026-11-23 09:00", 1, WORKING_DAYS, "2026-11-24 24:00", "the day of the dispatch is not counted"],
    ["2026-11-23 23:00", 1, WORKING_DAYS, "2026-11-24 24:00", "however late that day"],
    ["2026-09-28 10:00", 5, WORKING_DAYS, "2026-10-10 24:00", "over National Day, a make-up day counted"],
    ["2026-11-20 10:00", 7, WORKING_DAYS, "2026-12-01 24:00", "a penalty, over two weekends"],
    ["2026-11-20 10:00", 20, WORKING_DAYS, "2026-12-18 24:00", "a demolition"],
  ])("%s + %i %s is %s: %s", (dispatched, limitAmount, limitUnit, due) => {
    expect(handlingDueAt(at(dispatched), { limitAmount, limitUnit })).toEqual(at(due));
  });

  it("falls in office hours when counted in working hours, whenever the dispatch was", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 300 }),
        fc.integer({ min: 1, max: 40 }),
        (minute, hours) => {
          const dispatched = new Date(at("2026-01-01 00:00").getTime() + minute * 60_000);
          const due = handlingDueAt(dispatched, { limitAmount: hours, limitUnit: WORKING_HOURS });
          const time = new Date(due.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
          expect((time > "09:00" && time <= "12:00") || (time > "13:00" && time <= "17:00")).toBe(true);
        },
      ),
    );
  });

  it("is refused beyond the years whose working days are known", () => {
    expect(() => handlingDueAt(at("2026-12-25 10:00"), { limitAmount: 20, limitUnit: WORKING_DAYS })).toThrow(
      /Working days are known/,
    );
  });
});

describe("overdue", () => {
  const due = at("2026-11-23 12:00");
  it.each<[string, Date | null, Date | null, string, boolean]>([
    ["nothing is due before the dispatch", null, null, "2026-11-30 09:00", false],
    ["not yet", due, null, "2026-11-23 11:59", false],
    ["from the instant on that is due", due, null, "2026-11-23 12:00", true],
    ["handled in time stays in time", due, at("2026-11-23 11:59"), "2026-11-30 09:00", false],
    ["handled too late stays late", due, at("2026-11-23 12:01"), "2026-11-30 09:00", true],
  ])("%s", (_, dueAt, handledAt, now, overdue) => {
    expect(isOverdue({ dueAt, handledAt }, at(now))).toBe(overdue);
  });
});
