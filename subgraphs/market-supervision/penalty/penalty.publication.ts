import type { Day } from "../../shared/calendar.ts";
import { type Penalty, PenaltyKind } from "./penalty.ts";

/**
 * Fines up to here, in fen, count as small (较低数额罚款) where no province has said otherwise. The rule leaves the figure
 * to them; ours is an assumption that a district's own figure replaces.
 */
export const smallFineFen = 500_000;

/**
 * The first day on which a penalty is no longer published (市场监督管理行政处罚信息公示规定 第十三条): three months for
 * warnings and small fines, three years for all else.
 */
export function publishedUntil(
  { kind, amountFen }: Pick<Penalty, "kind" | "amountFen">,
  publishedFrom: Day,
): Day {
  const isSmall =
    kind === PenaltyKind.WARNING || (kind === PenaltyKind.FINE && (amountFen ?? 0) <= smallFineFen);
  return addMonths(publishedFrom, isSmall ? 3 : 36);
}

/** Whether anybody may read it on a day. */
export const isPublished = (
  { publishedFrom, publishedUntil }: Pick<Penalty, "publishedFrom" | "publishedUntil">,
  day: Day,
): boolean =>
  publishedFrom !== null && publishedFrom <= day && publishedUntil !== null && day < publishedUntil;

/** The same day so many months on; the last of the month where it has no such day (Civil Code art. 202). */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const counted = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  const lastDate = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${toYear}-${twoDigits(toMonth)}-${twoDigits(Math.min(date, lastDate))}` as Day;
}
