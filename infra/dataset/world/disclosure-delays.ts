import {
  delayDisclosure,
  endDelay,
  extendDelay,
} from "../../../subgraphs/public-security/disclosure-delay/disclosure-delay.lifecycle.ts";
import {
  type DisclosureDelay,
  type DisclosureExtension,
  DisclosureSubject,
} from "../../../subgraphs/public-security/disclosure-delay/disclosure-delay.ts";
import type { Families } from "./families.ts";
import type { Frame } from "./frame.ts";
import { type DayNumber, dayText, HOUR, midnight } from "./office-clock.ts";
import { type Officials, principalOf } from "./officials.ts";
import { type LogRow, logRow } from "./tickets/ticket-story.ts";

/** An order not to tell somebody yet (延迟告知), with what became of it. */
export interface DisclosureDelayStory {
  readonly delay: DisclosureDelay;
  readonly extensions: readonly DisclosureExtension[];
  readonly log: readonly LogRow[];
}

const REASON = "示例：正在侦办的案件尚未公开，告知可能妨碍侦查。";

/** When it is ordered and until when, and what is done about it; in days before the anchor day, and after it. */
const courses = [
  { ordered: -300, until: -210 },
  { ordered: -100, until: 40, extended: { at: -10, until: 120 } },
  { ordered: -60, until: 60, ended: -5 },
] as const;

/** Of every district one that ran out, one that was extended, and one that was ended before its time. */
export function* disclosureDelays(
  { random, basicGrids, today }: Frame,
  families: Families,
  officials: Officials,
): Iterable<DisclosureDelayStory> {
  const districts = new Set(basicGrids.map(({ community }) => community.street.districtCode));
  const morning = (day: DayNumber) => new Date(midnight(today + day) + 10 * HOUR);
  for (const district of districts) {
    const principal = principalOf(officials.chief(district, "PUBLIC-SECURITY"));
    const grids = basicGrids.filter(({ community }) => community.street.districtCode === district);
    for (const [index, course] of courses.entries()) {
      const dice = random.split(`disclosure-delay/${district}/${index}`);
      const grid = dice.pick(grids);
      const resident = families.at(grid, 1 + index).people[0];
      if (!resident) continue;
      const at = morning(course.ordered);
      const ordered: DisclosureDelay = {
        ...delayDisclosure(
          {
            subjectKind: DisclosureSubject.RESIDENT,
            subject: resident.id,
            reason: REASON,
            until: dayText(today + course.until),
          },
          { principal, at },
        ),
        id: dice.uuid(),
      };
      const { id, districtCode } = ordered;
      const payload = { delay: id, until: ordered.until };
      const log = [logRow(id, { kind: "DISCLOSURE_DELAYED", payload }, { principal, at })];
      const extensions: DisclosureExtension[] = [];
      let delay = ordered;
      if ("extended" in course) {
        const actor = { principal, at: morning(course.extended.at) };
        const until = dayText(today + course.extended.until);
        const { extension, ...move } = extendDelay(delay, { until, reason: REASON }, actor);
        delay = { ...delay, ...move.change, version: 2 };
        extensions.push({ ...extension, districtCode, delayId: id, turn: 1, extendedAt: actor.at });
        log.push(logRow(id, move, actor));
      }
      if ("ended" in course) {
        const actor = { principal, at: morning(course.ended) };
        const move = endDelay(delay, "示例：案件已经办结，无需继续延迟告知。", actor);
        delay = { ...delay, ...move.change, version: 2 };
        log.push(logRow(id, move, actor));
      }
      yield { delay, extensions, log };
    }
  }
}
