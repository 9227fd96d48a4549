import {
  addCalendarDays,
  addWorkingDays,
  type Day,
  dayOf,
  workingDaysBetween,
} from "../../shared/calendar.ts";

/** Working days to decide whether a complaint is accepted (市场监督管理投诉举报处理暂行办法 第十四条). */
export const daysToDecide = 7;

/** Working days from acceptance within which a mediation must come to an agreement (同上 第二十一条第五项). */
export const daysToMediate = 45;

/** The last day of a limit of working days that began at an instant; that day is still in time. */
export const lastDayOf = (begun: Date, workingDays: number): Day => addWorkingDays(dayOf(begun), workingDays);

/**
 * Whether a limit of working days is used up at an instant. Asked of the days that have passed, not of the last day to
 * come: in December nobody knows the working days of January before the State Council's notice.
 */
export function isUsedUp(begun: Date, workingDays: number, at: Date): boolean {
  const [first, yesterday] = [dayOf(begun), addCalendarDays(dayOf(at), -1)];
  return first < yesterday && workingDaysBetween(first, yesterday) >= workingDays;
}
