import type { Day } from "../../../../subgraphs/shared/calendar.ts";
import { remembered } from "../frame.ts";
import { type DayNumber, dayText } from "../office-clock.ts";

/** What is numbered by district and day, by the letter that marks it and the width of its number. */
const series = {
  TICKET: { mark: "", digits: 6 },
  DEMAND: { mark: "D-", digits: 6 },
  WHISTLE: { mark: "W-", digits: 4 },
  STRIKE_OFF: { mark: "S-", digits: 6 },
} as const;

export type Series = keyof typeof series;

const compact = remembered((day: DayNumber): string => dayText(day).replaceAll("-", ""));

/** The last number of a series that was given out in a district on a day. */
export interface RunningNumberRow {
  readonly districtCode: string;
  readonly series: Series;
  readonly day: Day;
  readonly last: number;
}

/** Gives out numbers without gaps, and tells where each series stands when all is told. */
export class RunningNumbers {
  readonly #last = new Map<string, number>();

  next(districtCode: string, name: Series, day: DayNumber): string {
    const key = `${districtCode}/${name}/${day}`;
    const number = 1 + (this.#last.get(key) ?? 0);
    this.#last.set(key, number);
    const { mark, digits } = series[name];
    return `${districtCode}-${mark}${compact(day)}-${String(number).padStart(digits, "0")}`;
  }

  *rows(): Iterable<RunningNumberRow> {
    for (const [key, last] of this.#last) {
      const [districtCode = "", name, day] = key.split("/");
      yield { districtCode, series: name as Series, day: dayText(Number(day)), last };
    }
  }
}
