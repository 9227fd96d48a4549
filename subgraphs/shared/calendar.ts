import noticed from "chinese-days/dist/chinese-days.json" with { type: "json" };
import decidedLate from "./calendar-overrides.json" with { type: "json" };
import { refuse } from "./errors.ts";
import type { Finding } from "./finding.ts";

/** A calendar day in China, `2026-09-30`. A text from outside becomes one through `isDay`. */
export type Day = `${number}-${number}-${number}`;

/**
 * Days the State Council decided after its yearly notice, by day, with the notice as the reason. They are read first.
 * The days of a coming year may be listed here before the package knows them: a year counts as known from the moment
 * its National Day is listed. Its notice may also move the last days of the year before, as it did on 31 December 2011.
 */
export type Overrides = Readonly<Record<string, { readonly working: boolean; readonly notice: string }>>;

const lateDecisions: Overrides = decidedLate;
// The package's data, not its functions: those guess beyond the last notice, and mistake weekdays west of Greenwich.
const holidays: Readonly<Record<string, string>> = noticed.holidays;
const makeUpDays: Readonly<Record<string, string>> = noticed.workdays;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Beijing time, the one zone of China. */
const OFFSET = 8 * HOUR;
/** China kept summer time from 1986 to 1991; only after that is the offset always the same and arithmetic allowed. */
const NO_SUMMER_TIME_SINCE = Date.parse("1992-01-01T00:00:00+08:00");

const dayAt = (utcMidnight: number): Day => new Date(utcMidnight).toISOString().slice(0, 10) as Day;

/** Whether a text is a real day of the calendar: `2026-02-29` is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = Date.parse(text);
  // JavaScript reads 30 February as 2 March; only a real day comes back as it went in.
  return !Number.isNaN(read) && dayAt(read) === text;
}

function utcMidnight(day: Day): number {
  if (!isDay(day)) throw new RangeError(`${day} is no calendar day`);
  return Date.parse(day);
}

/** The day it is in China at an instant. */
export function dayOf(instant: Date): Day {
  if (instant.getTime() < NO_SUMMER_TIME_SINCE) {
    throw refuse("BAD_INPUT", {
      field: "instant",
      problem: "instants before 1992 are not accepted: China kept summer time until 1991",
      problemZh: "不接受 1992 年以前的时刻：中国在 1991 年以前实行夏令时",
    });
  }
  return dayAt(instant.getTime() + OFFSET);
}

/** 00:00 in China. */
export const startOfDay = (day: Day): Date => new Date(utcMidnight(day) - OFFSET);

/** 24:00 in China, when the day's time is up (Civil Code art. 203): something due that day is overdue from here on. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(day).getTime() + DAY);

export function addCalendarDays(day: Day, days: number): Day {
  const reached = dayAt(utcMidnight(day) + days * DAY);
  if (isDay(reached)) return reached;
  throw refuse("BAD_INPUT", {
    field: "day",
    problem: `${days} days from ${day} there is none whose year has four digits`,
    problemZh: `${day} 起 ${days} 日后年份已超过四位数`,
  });
}

/** The first and the last day of the month a day lies in. */
export function monthOf(day: Day): { from: Day; until: Day } {
  const from: Day = `${day.slice(0, 8)}01` as Day;
  const next = `${addCalendarDays(from, 31).slice(0, 8)}01` as Day;
  return { from, until: addCalendarDays(next, -1) };
}

/** The years whose State Council notice (国务院办公厅关于部分节假日安排的通知) is known. */
export const coveredYears: readonly number[] = Object.keys({ ...holidays, ...lateDecisions })
  .filter((day) => day.endsWith("-10-01"))
  .map((day) => Number(day.slice(0, 4)))
  .sort((a, b) => a - b);

/**
 * Whether `day` is worked, `undefined` while no notice for its year is known. Monday to Friday would be a guess: every
 * year moves about a dozen days, and the make-up workdays (调休) fall on weekends.
 */
export function judgeDay(day: Day, overrides: Overrides): boolean | undefined {
  const weekday = new Date(utcMidnight(day)).getUTCDay();
  const decided = overrides[day];
  if (decided) return decided.working;
  const nationalDay = `${day.slice(0, 4)}-10-01`;
  if (!(nationalDay in holidays) && !(nationalDay in overrides)) return undefined;
  if (day in makeUpDays) return true;
  return !(day in holidays) && weekday !== 0 && weekday !== 6;
}

/** Whether `day` is a working day (工作日) in China. Refuses with `CALENDAR_NOT_COVERED` where nobody knows yet. */
export function isWorkingDay(day: Day): boolean {
  const working = judgeDay(day, lateDecisions);
  if (working !== undefined) return working;
  throw refuse("CALENDAR_NOT_COVERED", {
    day,
    first: `${coveredYears.at(0)}-01-01`,
    last: `${coveredYears.at(-1)}-12-31`,
  });
}

/** The n-th working day after `day`. The day itself is not counted (Civil Code art. 201). */
export function addWorkingDays(day: Day, days: number): Day {
  let reached = day;
  for (let left = wholeAmount(days); left > 0; ) {
    reached = addCalendarDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** `day`, or the first working day after it. */
export const nextWorkingDay = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

/** Working days after `from` up to and with `to`; negative when `to` comes first. */
export function workingDaysBetween(from: Day, to: Day): number {
  const [first, last] = from < to ? [from, to] : [to, from];
  let count = 0;
  for (let day = first; day < last; ) {
    day = addCalendarDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return from < to ? count : 0 - count;
}

/**
 * Working days left until `due`, for wording such as "due in 2 working days": 0 on the last day. Whether something *is*
 * overdue is asked of the instants: a deadline missed on Friday is still 0 working days old on Sunday.
 */
export const workingDaysUntil = (now: Date, due: Date): number =>
  // Due at 24:00 means due that day, not the next.
  workingDaysBetween(dayOf(now), dayOf(new Date(due.getTime() - 1)));

/**
 * Office hours (工作时间) of a working day, in order: `[{ from: "09:00", to: "12:00" }, { from: "13:30", to: "17:30" }]`.
 * What somebody is on duty for every day (值班) counts on days off as well.
 */
export type WorkingHours = readonly {
  readonly from: string;
  readonly to: string;
  readonly everyDay?: boolean;
}[];

/** The spans that count on a day. Of a day on which all do nobody needs to know whether it is worked. */
const spansOn = (day: Day, schedule: WorkingHours): WorkingHours =>
  schedule.every(({ everyDay }) => everyDay) || isWorkingDay(day)
    ? schedule
    : schedule.filter(({ everyDay }) => everyDay);

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Judges office hours a district has set: one span at least, each of some length, in order, within one day. */
export function checkWorkingHours(schedule: WorkingHours): Finding | undefined {
  const times = schedule.flatMap(({ from, to }) => [from, to]);
  const readable = times.every((time) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time));
  const ascending = schedule.every(
    ({ from, to }, i) =>
      minuteOfDay(from) < minuteOfDay(to) && minuteOfDay(schedule[i - 1]?.to ?? "00:00") <= minuteOfDay(from),
  );
  if (schedule.length > 0 && readable && ascending) return undefined;
  return {
    code: "WORKING_HOURS_SHAPE",
    en: "working hours are spans such as 09:00 to 12:00, at least one, in order and not overlapping",
    zh: "工作时间应为 09:00 至 12:00 等时段，至少一段，按先后排列且不重叠",
    rule: "Case standards of urban management (立案、处置与结案标准)",
  };
}

/** When `hours` working hours have passed. The clock stands still outside office hours. */
export function addWorkingHours(instant: Date, hours: number, schedule: WorkingHours): Date {
  const finding = checkWorkingHours(schedule);
  if (finding) throw new RangeError(finding.en);
  let left = hours * HOUR;
  for (let day = dayOf(instant); ; day = addCalendarDays(day, 1)) {
    const midnight = startOfDay(day).getTime();
    for (const { from, to } of spansOn(day, schedule)) {
      const opens = Math.max(instant.getTime(), midnight + minuteOfDay(from) * MINUTE);
      const closes = midnight + minuteOfDay(to) * MINUTE;
      if (opens > closes) continue;
      if (left <= closes - opens) return new Date(opens + left);
      left -= closes - opens;
    }
  }
}

/** Working hours that pass between two instants; 0 when `to` comes first. */
export function workingHoursBetween(from: Date, to: Date, schedule: WorkingHours): number {
  let passed = 0;
  for (let day = dayOf(from); startOfDay(day) < to; day = addCalendarDays(day, 1)) {
    const midnight = startOfDay(day).getTime();
    for (const span of spansOn(day, schedule)) {
      const begins = Math.max(from.getTime(), midnight + minuteOfDay(span.from) * MINUTE);
      const ends = Math.min(to.getTime(), midnight + minuteOfDay(span.to) * MINUTE);
      passed += Math.max(0, ends - begins);
    }
  }
  return passed / HOUR;
}

/** What a time limit (时限) is counted in. */
export enum TimeLimitUnit {
  MINUTES = "MINUTES",
  HOURS = "HOURS",
  /** 工作时: hours of the district's office hours on working days. */
  WORKING_HOURS = "WORKING_HOURS",
  /** 工作日: to the end of the n-th working day. */
  WORKING_DAYS = "WORKING_DAYS",
  /** 自然日: to the end of the n-th day; holidays neither stop it nor move its end. */
  CALENDAR_DAYS = "CALENDAR_DAYS",
}

export interface TimeLimit {
  readonly amount: number;
  readonly unit: `${TimeLimitUnit}`;
}

/** Whether a limit is counted in whole days, each of which ends at 24:00. */
export const inDays = (unit: TimeLimit["unit"]): boolean =>
  unit === "WORKING_DAYS" || unit === "CALENDAR_DAYS";

/**
 * When a limit that started at `start` is used up: overdue is `now >= dueAt(…)`. Hours run from the moment; days leave
 * out the day of the start and end at 24:00 (Civil Code art. 201, 203; KF-10 for the five working days).
 */
export function dueAt(start: Date, limit: TimeLimit, schedule: WorkingHours = []): Date {
  switch (limit.unit) {
    case "MINUTES":
      return new Date(start.getTime() + limit.amount * MINUTE);
    case "HOURS":
      return new Date(start.getTime() + limit.amount * HOUR);
    case "WORKING_HOURS":
      return addWorkingHours(start, limit.amount, schedule);
    case "WORKING_DAYS":
      return endOfDay(addWorkingDays(dayOf(start), limit.amount));
    case "CALENDAR_DAYS":
      return endOfDay(addCalendarDays(dayOf(start), wholeAmount(limit.amount)));
  }
}

/**
 * How much of a limit lies between two instants, in its unit: `dueAt` adds as much to come from the one to the other.
 * Days are counted up to the one that ends at `to`.
 */
export function timeBetween(
  from: Date,
  to: Date,
  unit: TimeLimit["unit"],
  schedule: WorkingHours = [],
): number {
  // Up to 24:00 of a day is up to that day, not the next.
  const lastDay = () => dayOf(new Date(to.getTime() - 1));
  switch (unit) {
    case "MINUTES":
      return (to.getTime() - from.getTime()) / MINUTE;
    case "HOURS":
      return (to.getTime() - from.getTime()) / HOUR;
    case "WORKING_HOURS":
      return workingHoursBetween(from, to, schedule);
    case "WORKING_DAYS":
      return workingDaysBetween(dayOf(from), lastDay());
    case "CALENDAR_DAYS":
      return (utcMidnight(lastDay()) - utcMidnight(dayOf(from))) / DAY;
  }
}

function wholeAmount(days: number): number {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of days`);
  return days;
}
