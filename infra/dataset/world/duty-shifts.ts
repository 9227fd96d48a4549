import type { Frame } from "./frame.ts";
import { HOUR, midnight } from "./office-clock.ts";
import type { Officials } from "./officials.ts";

/** Someone's time on duty at a command centre (ZY-12). */
export interface DutyShiftRow {
  readonly id: string;
  readonly districtCode: string;
  readonly unitCode: string;
  readonly job: string;
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly phone: string;
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

/** Days before and after the anchor day that have a roster. */
const DAYS = 14;
const SHIFT = 8 * HOUR;
const jobs = ["热线接听", "任务分派"] as const;

/** Three shifts a day, two on each, in turn: day and night without a gap (GZ-16). */
export function* dutyShifts({ random, scale, today }: Frame, officials: Officials): Iterable<DutyShiftRow> {
  for (const districtCode of new Set(scale.streets.map((street) => street.districtCode))) {
    const unitCode = `${districtCode}-COMMAND-CENTRE`;
    const begins = midnight(today - DAYS);
    for (let shift = 0; shift < 2 * DAYS * 3; shift += 1) {
      for (const [place, job] of jobs.entries()) {
        const {
          id: personId,
          name,
          title: post,
          phone,
        } = officials.dispatcher(districtCode, shift * jobs.length + place);
        yield {
          id: random.split(`duty-shift/${unitCode}/${shift}/${place}`).uuid(),
          districtCode,
          unitCode,
          job,
          personId,
          name,
          post,
          phone,
          beginsAt: new Date(begins + shift * SHIFT),
          endsAt: new Date(begins + (shift + 1) * SHIFT),
        };
      }
    }
  }
}
