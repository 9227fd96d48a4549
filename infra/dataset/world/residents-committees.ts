import type { CommitteeMember } from "../../../subgraphs/civil-affairs/residents-committee/committee-member.ts";
import { retainUntil } from "../../../subgraphs/civil-affairs/retention/record.retention.ts";
import { yearsAfter } from "../../../subgraphs/civil-affairs/years-after.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { Frame } from "./frame.ts";
import { personName } from "./names.ts";
import { dayNumber, dayText } from "./office-clock.ts";
import type { Officials } from "./officials.ts";
import { workPhone } from "./phones.ts";

/** A residents' committee (居民委员会) in office; its people are invented. */
export interface ResidentsCommitteeRow {
  readonly districtCode: string;
  readonly communityCode: string;
  readonly electedOn: Day;
  readonly term: number;
  readonly inOfficeFrom: Day;
  readonly inOfficeUntil: Day;
  readonly officePhone: string;
  readonly source: "COMMUNITY_REPORT";
  readonly retainUntil: Day;
  /** The chair first; five to nine (城市居民委员会组织法 art. 7). */
  readonly members: readonly CommitteeMemberRow[];
}

export interface CommitteeMemberRow {
  readonly rank: number;
  readonly name: string;
  readonly office: `${CommitteeMember["office"]}`;
}

/** Of chairs, those who are the community's secretary as well (一肩挑). */
const SECRETARY_CHAIRS = 0.7;

/** One committee for each community that is no village, elected within the last five years. */
export function* residentsCommittees(
  { random, today, communities }: Frame,
  officials: Officials,
): Iterable<ResidentsCommitteeRow> {
  for (const community of communities) {
    if (!community.urban) continue;
    const dice = random.split(`committee/${community.code}`);
    const electedOn = today - dice.between(120, 1_600);
    const inOfficeFrom = dayText(electedOn + 1);
    const inOfficeUntil = dayText(dayNumber(yearsAfter(inOfficeFrom, 5)) - 1);
    const isSecretary = dice.chance(SECRETARY_CHAIRS);
    const size = dice.between(5, 9);
    yield {
      districtCode: community.street.districtCode,
      communityCode: community.code,
      electedOn: dayText(electedOn),
      term: dice.between(4, 11),
      inOfficeFrom,
      inOfficeUntil,
      officePhone: workPhone(dice),
      source: "COMMUNITY_REPORT",
      retainUntil: retainUntil("RESIDENTS_COMMITTEE", inOfficeUntil),
      members: Array.from({ length: size }, (_, index) => ({
        rank: index + 1,
        name: index === 0 && isSecretary ? officials.secretary(community).name : personName(dice).name,
        office: index === 0 ? "CHAIR" : index <= size / 5 ? "VICE_CHAIR" : "MEMBER",
      })),
    };
  }
}
