import type { Language } from "./language.tsx";
import { dayOf, momentText } from "./time.ts";

/** Working days as the graph gives them, in the order of time, and the span they are known for. */
export interface WorkCalendar {
  readonly from: string;
  readonly until: string;
  readonly days: readonly string[];
}

/**
 * When something falls due, in the words of an office: "due in 2 working days", "overdue by 3 working days", the clock
 * today. Beyond the days the calendar covers, and where only days off lie between, the date alone.
 */
export function dueText(
  due: string,
  { now, calendar, language }: { now: Date; calendar: WorkCalendar | undefined; language: Language },
): string {
  const english = language === "en";
  const [today, day] = [dayOf(now), dayOf(lastInstant(due))];
  const late = new Date(due) <= now;
  if (day === today) {
    const hour = limitText(due, language, now).slice(-5);
    if (late) return english ? `overdue since ${hour} today` : `已超期（今日 ${hour}）`;
    return english ? `due today at ${hour}` : `今日 ${hour} 到期`;
  }
  const days = late ? workingDaysAfter(calendar, day, today) : workingDaysAfter(calendar, today, day);
  // Over days off no working day passes, and none says less than the date.
  if (!days) {
    const moment = limitText(due, language, now);
    if (late) return english ? `overdue since ${moment}` : `已超期（${moment}）`;
    return english ? `due ${moment}` : `${moment} 到期`;
  }
  const counted = english ? `${days} working ${days === 1 ? "day" : "days"}` : `${days} 个工作日`;
  if (late) return english ? `overdue by ${counted}` : `已超期 ${counted}`;
  return english ? `due in ${counted}` : `还有 ${counted}`;
}

/** A limit in days ends at 24:00 of its last day, which is already the next day's 00:00: it belongs to the day it ends. */
const lastInstant = (due: string): Date => new Date(new Date(due).getTime() - 1);

/** The instant at which a limit ends, the end of a day as its 24:00: 10月9日 24:00, 9 Oct, 24:00. */
export function limitText(due: string, language: Language, now: Date): string {
  const moment = momentText(due, language, now);
  if (!moment.endsWith("00:00")) return moment;
  return `${momentText(lastInstant(due).toISOString(), language, now).slice(0, -5)}24:00`;
}

/** Working days after the first day up to the last, that included; undefined where the calendar does not reach. */
function workingDaysAfter(
  calendar: WorkCalendar | undefined,
  first: string,
  last: string,
): number | undefined {
  if (!calendar || first < calendar.from || last > calendar.until) return undefined;
  return daysUpTo(calendar.days, last) - daysUpTo(calendar.days, first);
}

/** How many of the days are not after a day; found by halves, because a long list asks for every row that comes into sight. */
function daysUpTo(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
