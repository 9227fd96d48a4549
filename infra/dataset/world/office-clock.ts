import { type Day, isWorkingDay } from "../../../subgraphs/shared/calendar.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const BEIJING_OFFSET = 8 * HOUR;

/** Milliseconds since 1970, as `Date` counts them: a million tickets do their sums without objects. */
export type Instant = number;

/** Days since 1970-01-01 in China. */
export type DayNumber = number;

export const dayNumber = (day: Day): DayNumber => Date.parse(day) / DAY;

/** Every birth date of a world among them: writing one out takes longer than all else that is told of a resident. */
const dayTexts = new Map<DayNumber, Day>();

export function dayText(day: DayNumber): Day {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10) as Day;
  dayTexts.set(day, text);
  return text;
}

export const midnight = (day: DayNumber): Instant => day * DAY - BEIJING_OFFSET;
export const dayNumberOf = (instant: Instant): DayNumber => Math.floor((instant + BEIJING_OFFSET) / DAY);

/** 1–12. */
export const monthOf = (day: DayNumber): number => new Date(day * DAY).getUTCMonth() + 1;
/** 0 is Sunday. */
export const weekdayOf = (day: DayNumber): number => (day + 4) % 7;

const SPANS = [
  { opens: 8.5 * 60, closes: 12 * 60 },
  { opens: 13.5 * 60, closes: 18 * 60 },
];
const MINUTES_A_DAY = SPANS.reduce((sum, { opens, closes }) => sum + closes - opens, 0);

/** Office minutes of a working day that have passed at a minute of the day. */
const passedAt = (minute: number): number =>
  SPANS.reduce((sum, { opens, closes }) => sum + Math.min(Math.max(minute - opens, 0), closes - opens), 0);

function minuteAfter(passed: number): number {
  let left = passed;
  for (const { opens, closes } of SPANS) {
    if (left < closes - opens) return opens + left;
    left -= closes - opens;
  }
  throw new RangeError(`${passed} office minutes are more than a day has`);
}

/**
 * Office hours over the span of a world, laid out once from the real calendar: each ticket asks dozens of times. What
 * would come after the last day is never told, so it comes at infinity.
 */
export class OfficeClock {
  readonly #first: DayNumber;
  readonly #worked: readonly boolean[];

  constructor(first: DayNumber, last: DayNumber) {
    this.#first = first;
    this.#worked = Array.from({ length: last - first + 1 }, (_, index) =>
      isWorkingDay(dayText(first + index)),
    );
  }

  isWorked(day: DayNumber): boolean {
    if (day < this.#first) throw new RangeError(`${dayText(day)} lies before this world`);
    return this.#worked[day - this.#first] === true;
  }

  /** The first working day at or after `day`. */
  workedFrom(day: DayNumber): DayNumber {
    for (let reached = day; reached < this.#first + this.#worked.length; reached++) {
      if (this.isWorked(reached)) return reached;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** When `minutes` of office hours have passed since `instant`. */
  after(instant: Instant, minutes: number): Instant {
    let day = dayNumberOf(instant);
    let passed = minutes;
    if (this.isWorked(day)) passed += passedAt((instant - midnight(day)) / MINUTE);
    else day = this.workedFrom(day);
    for (; passed >= MINUTES_A_DAY; passed -= MINUTES_A_DAY) day = this.workedFrom(day + 1);
    return midnight(day) + Math.round(minuteAfter(passed) * MINUTE);
  }
}
