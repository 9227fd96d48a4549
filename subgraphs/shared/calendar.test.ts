import chineseDays from "chinese-days";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import {
  addCalendarDays,
  addWorkingDays,
  addWorkingHours,
  checkWorkingHours,
  coveredYears,
  type Day,
  dayOf,
  dueAt,
  endOfDay,
  isDay,
  isWorkingDay,
  judgeDay,
  startOfDay,
  type TimeLimit,
  timeBetween,
  type WorkingHours,
  workingDaysBetween,
  workingDaysUntil,
  workingHoursBetween,
} from "./calendar.ts";
import lateDecisions from "./calendar-overrides.json" with { type: "json" };

// The package's functions, our oracle here, mistake weekdays if the process was west of Greenwich when they were loaded.
const zone = vi.hoisted(() => {
  const before = process.env.TZ;
  process.env.TZ = "Asia/Shanghai";
  return before;
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** An instant by the clock on the wall in China. */
const at = (wall: string): Date => new Date(`${wall.replace(" ", "T")}+08:00`);

/** The code an error of the catalogue carries. */
function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as { extensions?: { code?: string } }).extensions?.code ?? error;
  }
  return undefined;
}

const OFFICE: WorkingHours = [
  { from: "09:00", to: "12:00" },
  { from: "13:30", to: "17:30" },
];

const anyDay = fc.integer({ min: 0, max: 8_200 }).map((days) => addCalendarDays("2004-01-01", days));

describe("days and instants in China", () => {
  it.each([
    ["2026-09-30 00:00:00", "2026-09-30"],
    ["2026-09-30 23:59:59", "2026-09-30"],
    ["2026-12-31 23:59:59", "2026-12-31"],
    ["1992-01-01 00:00:00", "1992-01-01"],
  ])("%s is on %s", (wall, day) => {
    expect(dayOf(at(wall))).toBe(day);
  });

  it("refuses instants of the years with summer time", () => {
    expect(codeOf(() => dayOf(at("1991-12-31 23:59:59")))).toBe("BAD_INPUT");
  });

  it.each([
    ["2026-02-28", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["2026-01-01T00:00:00Z", false],
    ["", false],
  ])("%s is a day: %s", (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  it("a day ends where the next begins, also over New Year", () => {
    expect(startOfDay("2026-01-01")).toEqual(new Date("2025-12-31T16:00:00Z"));
    expect(endOfDay("2025-12-31")).toEqual(startOfDay("2026-01-01"));
    expect(addCalendarDays("2025-12-31", 1)).toBe("2026-01-01");
    expect(addCalendarDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  it("the last day with four digits of a year ends, and none comes after it", () => {
    expect(endOfDay("9999-12-31").toISOString()).toBe("9999-12-31T16:00:00.000Z");
    expect(() => addCalendarDays("9999-12-31", 1)).toThrow("four digits");
  });

  it("a text that is no day is not calculated with", () => {
    expect(() => addCalendarDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => isWorkingDay("2026-02-30")).toThrow(RangeError);
  });
});

describe("working days (工作日)", () => {
  it.each<[Day, boolean, string]>([
    ["2026-09-30", true, "an ordinary Wednesday"],
    ["2026-10-01", false, "National Day"],
    ["2026-10-10", true, "a Saturday worked for the holiday"],
    ["2026-10-11", false, "an ordinary Sunday"],
    ["2019-09-29", true, "a Sunday worked for the holiday"],
    ["2020-01-30", false, "the last day off of the first notice of 2020"],
    ["2020-01-31", false, "Spring Festival prolonged"],
    ["2020-02-01", false, "a Saturday that was to be worked, until the festival was prolonged"],
    ["2020-02-02", false, "the last day off after all"],
    ["2020-02-03", true, "back to work"],
    ["2020-01-19", true, "a Sunday worked for the festival"],
  ])("%s worked: %s (%s)", (day, worked) => {
    expect(isWorkingDay(day)).toBe(worked);
  });

  it("agrees with the package on every day of the covered years", () => {
    expect(coveredYears).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
    for (let day: Day = "2004-01-01"; day <= "2026-12-31"; day = addCalendarDays(day, 1)) {
      expect([day, isWorkingDay(day)]).toEqual([day, chineseDays.isWorkday(day)]);
    }
  });

  it.each<Day>(["2003-12-31", "2027-01-01", "2027-01-04", "2030-06-03"])(
    "refuses %s, of which no notice is known, where the package would guess",
    (day) => {
      expect(codeOf(() => isWorkingDay(day))).toBe("CALENDAR_NOT_COVERED");
    },
  );

  it.each<[Day, number, Day, string]>([
    ["2019-09-26", 5, "2019-10-09", "over National Day, Sunday 29 September worked"],
    ["2021-09-29", 5, "2021-10-12", "Saturday 9 October worked"],
    ["2026-09-30", 5, "2026-10-13", "Saturday 10 October worked"],
    ["2026-11-23", 5, "2026-11-30", "an ordinary week"],
    ["2020-01-22", 5, "2020-02-06", "over the prolonged Spring Festival (4 February by the first notice)"],
    ["2025-12-29", 5, "2026-01-06", "over New Year, Sunday 4 January worked"],
    ["2026-10-03", 1, "2026-10-08", "blown on a holiday"],
    ["2026-11-21", 1, "2026-11-23", "blown on a Saturday"],
    ["2026-11-23", 0, "2026-11-23", "nothing to add"],
  ])("KF-10: %s + %i working days is %s: %s", (day, days, due) => {
    expect(addWorkingDays(day, days)).toBe(due);
  });

  it("refuses a deadline that runs out of the known years", () => {
    expect(addWorkingDays("2026-12-24", 5)).toBe("2026-12-31");
    expect(codeOf(() => addWorkingDays("2026-12-24", 6))).toBe("CALENDAR_NOT_COVERED");
  });

  it.each([-1, 0.5, Number.NaN])("%d is no number of working days", (days) => {
    expect(() => addWorkingDays("2026-11-23", days)).toThrow(RangeError);
  });

  it("counting days one by one gives the same", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, days) => {
        const due = addWorkingDays(day, days);
        const passed = Array.from({ length: 120 }, (_, i) => addCalendarDays(day, i + 1)).filter(
          (next) => next <= due,
        );
        expect(passed.filter((next) => chineseDays.isWorkday(next))).toHaveLength(days);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(day, due)).toBe(days);
        expect(workingDaysBetween(due, day)).toBe(-days);
      }),
    );
  });

  it("stretches add up", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), (day, first, second) => {
        const between = addCalendarDays(day, first);
        const end = addCalendarDays(between, second);
        expect(workingDaysBetween(day, end)).toBe(
          workingDaysBetween(day, between) + workingDaysBetween(between, end),
        );
      }),
    );
  });

  it.each([
    ["2026-09-30 17:00", "2026-10-13 24:00", 5],
    ["2026-10-12 09:00", "2026-10-13 24:00", 1],
    ["2026-10-13 23:59", "2026-10-13 24:00", 0],
    ["2026-10-14 00:00", "2026-10-13 24:00", -1],
    ["2026-10-10 08:00", "2026-10-09 24:00", -1],
    ["2026-10-11 08:00", "2026-10-10 24:00", 0],
  ])("at %s, what is due at %s is due in %i working days", (now, due, days) => {
    expect(workingDaysUntil(at(now), at(due))).toBe(days);
  });
});

describe("late decisions of the State Council", () => {
  const notice = "国办发明电〔2026〕0号";
  const decided = {
    "2026-11-23": { working: false, notice },
    "2026-11-28": { working: true, notice },
    "2027-01-01": { working: false, notice },
    "2027-02-14": { working: true, notice },
    "2027-10-01": { working: false, notice },
    "2028-01-03": { working: false, notice },
  };

  it.each<[Day, boolean | undefined, string]>([
    ["2026-11-23", false, "a Monday decided off"],
    ["2026-11-28", true, "a Saturday decided worked"],
    ["2026-11-24", true, "left as it was"],
    ["2027-01-01", false, "listed for a year the package does not know"],
    ["2027-02-14", true, "its make-up Sunday"],
    ["2027-03-08", true, "an ordinary Monday of that year"],
    ["2027-03-07", false, "an ordinary Sunday of that year"],
    ["2028-01-03", false, "a single day known of an unknown year"],
    ["2028-01-04", undefined, "the rest of that year stays unknown"],
  ])("%s worked: %s (%s)", (day, worked) => {
    expect(judgeDay(day, decided)).toBe(worked);
  });

  it("are real days, each with its notice", () => {
    for (const [day, { working, notice }] of Object.entries(lateDecisions)) {
      expect(isDay(day)).toBe(true);
      expect(typeof working).toBe("boolean");
      expect(notice).toMatch(/〔\d{4}〕\d+号$/);
    }
  });
});

describe("working hours (工作时)", () => {
  it.each([
    ["2026-11-23 09:00", 4, "2026-11-23 14:30", "over the noon break"],
    ["2026-11-23 09:00", 3, "2026-11-23 12:00", "to the last minute of the morning"],
    ["2026-11-23 11:30", 1, "2026-11-23 14:00", "half before noon, half after"],
    ["2026-11-23 12:30", 1, "2026-11-23 14:30", "started in the noon break"],
    ["2026-11-23 06:00", 1, "2026-11-23 10:00", "started before the office opens"],
    ["2026-11-23 17:30", 1, "2026-11-24 10:00", "started as the office closes"],
    ["2026-11-23 16:30", 7, "2026-11-24 16:30", "a whole day later"],
    ["2026-11-20 17:00", 1, "2026-11-23 09:30", "over a weekend"],
    ["2026-09-30 17:00", 4, "2026-10-08 14:00", "over National Day"],
    ["2026-10-09 17:00", 1, "2026-10-10 09:30", "on a Saturday worked"],
    ["2026-11-23 09:00", 0.5, "2026-11-23 09:30", "half an hour"],
  ])("%s + %d working hours is %s: %s", (start, hours, due) => {
    expect(addWorkingHours(at(start), hours, OFFICE)).toEqual(at(due));
  });

  /** Minutes that count between two instants, one by one. */
  const minutesOpen = (from: Date, to: Date, schedule: WorkingHours): number => {
    let open = 0;
    for (let minute = from.getTime(); minute < to.getTime(); minute += 60_000) {
      const instant = new Date(minute);
      const time = new Date(minute + 8 * 3_600_000).toISOString().slice(11, 16);
      const worked = chineseDays.isWorkday(dayOf(instant));
      if (schedule.some(({ from, to, everyDay }) => (everyDay || worked) && from <= time && time < to))
        open += 1;
    }
    return open;
  };
  const schedules: readonly WorkingHours[] = [
    OFFICE,
    [{ from: "08:30", to: "17:00" }],
    [{ from: "00:00", to: "24:00", everyDay: true }],
    [
      { from: "09:00", to: "12:00", everyDay: true },
      { from: "14:00", to: "18:00" },
      { from: "18:00", to: "24:00", everyDay: true },
    ],
  ];

  it("of several sets of hours, those on duty on days off too, counting minutes one by one gives the same", () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 20 });
    fc.assert(
      fc.property(
        fc.constantFrom(...schedules),
        minute,
        fc.integer({ min: 1, max: 40 * 60 }),
        (schedule, offset, minutes) => {
          const start = new Date(at("2026-09-21 00:00").getTime() + offset * 60_000);
          const due = addWorkingHours(start, minutes / 60, schedule);
          // A sum of hours is right to a fraction of a second; what is counted is whole minutes.
          const end = new Date(Math.round(due.getTime() / 60_000) * 60_000);
          expect(minutesOpen(start, end, schedule)).toBe(minutes);
          expect(minutesOpen(new Date(end.getTime() - 60_000), end, schedule)).toBe(1);
          expect(workingHoursBetween(start, due, schedule) * 60).toBeCloseTo(minutes, 3);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each<[string, number, string, string]>([
    ["2026-10-01 03:00", 4, "2026-10-01 07:00", "on a holiday, at night"],
    ["2027-02-10 22:00", 4, "2027-02-11 02:00", "in a year of which no notice is known"],
  ])("round the clock, %s + %d hours is %s: %s", (start, hours, due) => {
    expect(addWorkingHours(at(start), hours, schedules[2] ?? [])).toEqual(at(due));
  });

  it.each<[WorkingHours, boolean]>([
    [OFFICE, true],
    [[{ from: "00:00", to: "24:00" }], true],
    [[], false],
    [[{ from: "09:00", to: "09:00" }], false],
    [[{ from: "22:00", to: "06:00" }], false],
    [[{ from: "9:00", to: "12:00" }], false],
    [[{ from: "09:00", to: "25:00" }], false],
    [[...OFFICE].reverse(), false],
    [
      [
        { from: "09:00", to: "12:00" },
        { from: "11:00", to: "17:00" },
      ],
      false,
    ],
  ])("schedule %j is accepted: %s", (schedule, accepted) => {
    expect(checkWorkingHours(schedule) === undefined).toBe(accepted);
    if (!accepted) expect(() => addWorkingHours(at("2026-11-23 09:00"), 1, schedule)).toThrow(RangeError);
  });
});

describe("dueAt", () => {
  it.each<[string, TimeLimit, string, string]>([
    ["2026-11-23 10:15", { amount: 30, unit: "MINUTES" }, "2026-11-23 10:45", "minutes run on"],
    ["2026-09-30 18:00", { amount: 24, unit: "HOURS" }, "2026-10-01 18:00", "hours run through holidays"],
    ["2026-09-30 17:00", { amount: 4, unit: "WORKING_HOURS" }, "2026-10-08 14:00", "working hours do not"],
    ["2026-09-30 00:00", { amount: 5, unit: "WORKING_DAYS" }, "2026-10-13 24:00", "KF-10, blown at midnight"],
    ["2026-09-30 23:59", { amount: 5, unit: "WORKING_DAYS" }, "2026-10-13 24:00", "KF-10, blown late"],
    [
      "2026-09-30 10:00",
      { amount: 3, unit: "CALENDAR_DAYS" },
      "2026-10-03 24:00",
      "PG-12, the second checkpoint",
    ],
    ["2026-12-31 10:00", { amount: 7, unit: "CALENDAR_DAYS" }, "2027-01-07 24:00", "needs no notice"],
  ])("%s and %o is %s: %s", (start, limit, due) => {
    expect(dueAt(at(start), limit, OFFICE)).toEqual(at(due));
  });

  it("a limit in working hours needs the district's office hours", () => {
    expect(() => dueAt(at("2026-11-23 10:00"), { amount: 4, unit: "WORKING_HOURS" })).toThrow(RangeError);
  });

  it("counting days one by one gives the same, and timeBetween what dueAt added, in every unit", () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 300 });
    fc.assert(
      fc.property(
        minute,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom("MINUTES", "HOURS", "WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS"),
        (offset, amount, unit) => {
          const start = new Date(at("2026-01-01 00:00").getTime() + offset * 60_000);
          const due = dueAt(start, { amount, unit }, OFFICE);
          expect(timeBetween(start, due, unit, OFFICE)).toBeCloseTo(amount, 6);
          if (unit !== "WORKING_DAYS" && unit !== "CALENDAR_DAYS") return;
          const counts = (day: Day) => unit === "CALENDAR_DAYS" || chineseDays.isWorkday(day);
          let passed = 0;
          let day = dayOf(start);
          while (passed < amount) {
            day = addCalendarDays(day, 1);
            if (counts(day)) passed += 1;
          }
          expect(due).toEqual(at(`${day} 24:00`));
        },
      ),
    );
  });

  it.each<[TimeLimit, string]>([
    [{ amount: 2, unit: "WORKING_DAYS" }, "2026-12-30 10:00"],
    [{ amount: 30, unit: "WORKING_HOURS" }, "2026-12-29 10:00"],
  ])(
    "%o from %s on runs out of the years with a notice: refused, with the code that says so",
    (limit, start) => {
      expect(codeOf(() => dueAt(at(start), limit, OFFICE))).toBe("CALENDAR_NOT_COVERED");
    },
  );

  it("a later start is never due earlier", () => {
    const minute = fc
      .integer({ min: 0, max: 60 * 24 * 300 })
      .map((n) => new Date(at("2026-01-01 00:00").getTime() + n * 60_000));
    const limit = fc.record({
      amount: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom("MINUTES", "HOURS", "WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS"),
    });
    fc.assert(
      fc.property(minute, minute, limit, (one, other, limit) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(dueAt(early, limit, OFFICE).getTime()).toBeLessThanOrEqual(
          dueAt(late, limit, OFFICE).getTime(),
        );
        expect(dueAt(early, limit, OFFICE).getTime()).toBeGreaterThan(early.getTime());
      }),
    );
  });
});

describe("the process's own time zone plays no part", () => {
  afterEach(() => {
    process.env.TZ = "Asia/Shanghai";
  });

  it.each([
    ["Asia/Shanghai", -480],
    ["UTC", 0],
    ["America/Los_Angeles", 420],
    ["Pacific/Kiritimati", -840],
  ])("%s", (name, offset) => {
    process.env.TZ = name;
    expect(new Date("2026-09-30T00:00:00Z").getTimezoneOffset()).toBe(offset);
    expect(dayOf(new Date("2026-09-30T15:59:59Z"))).toBe("2026-09-30");
    expect(dayOf(new Date("2026-09-30T16:00:00Z"))).toBe("2026-10-01");
    expect(dueAt(new Date("2026-09-30T15:59:59Z"), { amount: 5, unit: "WORKING_DAYS" })).toEqual(
      new Date("2026-10-13T16:00:00Z"),
    );
    expect(addWorkingHours(new Date("2026-09-30T09:00:00Z"), 4, OFFICE)).toEqual(
      new Date("2026-10-08T06:00:00Z"),
    );
  });
});
