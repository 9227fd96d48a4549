import { addCalendarDays, coveredYears, type Day, dayOf } from "../../../subgraphs/shared/calendar.ts";
import type { Dataset } from "./dataset.ts";

/** Deadlines of the dataset's newest tickets run on for this many days at most. */
const DEADLINES_RUN_ON = 30;

/** What a stack that starts now is told of: up to this instant, as far as the calendar goes. */
export function toldUntil(now: Date): Pick<Dataset, "today" | "now"> {
  const today = anchorDay(now);
  return today === dayOf(now) ? { today, now: now.getTime() } : { today };
}

/**
 * The day before which a dataset lies: today, or as late as the calendar knows the deadlines. Towards the end of a
 * year the next one's days off may not be known yet; nobody's first start should fail for that.
 */
export function anchorDay(now: Date): Day {
  const lastKnown = addCalendarDays(`${coveredYears.at(-1) ?? 0}-12-31`, -DEADLINES_RUN_ON);
  const today = dayOf(now);
  const isKnown = today <= lastKnown;
  return isKnown ? today : lastKnown;
}
