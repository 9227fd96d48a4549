import { type DepartmentName, departmentCode, departmentKind } from "../departments.ts";
import type { Frame } from "../frame.ts";
import {
  type Competence,
  communityCompetence,
  departmentCompetence,
  streetCompetence,
} from "../lists/sample-items.ts";
import { mattersIn } from "../matters/district-matters.ts";
import type { Matter } from "../matters/matter.ts";
import { type DayNumber, dayNumberOf, HOUR, type Instant, MINUTE, midnight } from "../office-clock.ts";
import type { Official, Officials } from "../officials.ts";
import type { Community } from "../places.ts";
import type { Random } from "../random.ts";

/** A unit that a ticket is given to, with who signs there and by what item of which list. */
export interface Handler {
  readonly matter: Matter;
  readonly unitCode: string;
  /** As others call it: 市场监管部门, 通泰街街道. */
  readonly calledAs: string;
  readonly official: Official;
  /** Null for a company, which acts by contract. */
  readonly competence: Competence | null;
  /** Works nights and holidays. */
  readonly roundTheClock: boolean;
}

/** Those who come at once, day and night. */
const ROUND_THE_CLOCK: ReadonlySet<DepartmentName> = new Set([
  "PUBLIC-SECURITY",
  "FIRE-RESCUE",
  "POWER-SUPPLY",
  "WATER-SUPPLY",
  "GAS-SUPPLY",
  "HEATING",
]);

/** Who may be given what, by the lists of the day (GZ-7, GZ-8, PG-4). */
export class Handlers {
  readonly #frame: Frame;
  readonly #officials: Officials;

  constructor(frame: Frame, officials: Officials) {
    this.#frame = frame;
    this.#officials = officials;
  }

  /** The lowest body that may: mostly the community or the sub-district, when their lists hold the matter. */
  competent(random: Random, matter: Matter, community: Community, located: boolean, day: DayNumber): Handler {
    const { street } = community;
    const access = located ? communityCompetence(this.#frame, community, matter, day) : null;
    if (access && random.chance(0.65)) {
      return {
        matter,
        unitCode: community.code,
        calledAs: community.shortName,
        official: this.#officials.communityStaff(community, random.between(0, 2)),
        competence: access,
        roundTheClock: false,
      };
    }
    const listed = streetCompetence(this.#frame, street, matter, day);
    if (listed && random.chance(0.75)) {
      return {
        matter,
        unitCode: street.code,
        calledAs: street.name,
        official: this.#officials.linkedLeader(community),
        competence: listed,
        roundTheClock: false,
      };
    }
    return this.department(matter, community, day);
  }

  department(matter: Matter, community: Community, day: DayNumber): Handler {
    const { districtCode } = community.street;
    const { field, company } = departmentKind(matter.department);
    return {
      matter,
      unitCode: departmentCode(districtCode, matter.department),
      calledAs: `${field}${company ? "公司" : "部门"}`,
      official: this.#officials.responder(matter.department, community),
      competence: departmentCompetence(this.#frame, districtCode, matter, day),
      roundTheClock: ROUND_THE_CLOCK.has(matter.department),
    };
  }

  /** A department that is easily taken for the right one, under a matter of its own. */
  mistaken(random: Random, matter: Matter, community: Community, day: DayNumber): Handler | null {
    const { districtCode } = community.street;
    const [rival] = matter.others;
    const theirs = mattersIn(districtCode).filter(({ department }) => department === rival);
    return theirs.length === 0 ? null : this.department(random.pick(theirs), community, day);
  }

  /** How fast a unit works: below 1 is faster than most. */
  pace(unitCode: string): number {
    return this.#frame.random.split(`pace/${unitCode}`).skewed(0.22);
  }
}

/** When a limit is used up: hours run from the moment, days end at midnight and leave out the first. */
export function dueAt(limit: Matter["limit"], receivedAt: Instant): Instant {
  switch (limit) {
    case "EMERGENCY":
      return receivedAt + 2 * HOUR;
    case "UTILITIES":
      return receivedAt + 24 * HOUR;
    case "ORDINARY":
      return midnight(dayNumberOf(receivedAt) + 8);
    case "COMPLEX":
      return midnight(dayNumberOf(receivedAt) + 16);
  }
}

/** Half of all handlings take longer than this: minutes by the clock, or of office hours. */
export const usualMinutes: Readonly<
  Record<Matter["limit"], { readonly clock: number; readonly office: number }>
> = {
  EMERGENCY: { clock: 45, office: 45 },
  UTILITIES: { clock: 7 * 60, office: 150 },
  ORDINARY: { clock: 2 * 24 * 60, office: 560 },
  COMPLEX: { clock: 5 * 24 * 60, office: 1_700 },
};

/** Where life or the warmth of a home is at stake, nobody waits for the office to open. */
export const isUrgent = ({ limit }: Matter): boolean => limit === "EMERGENCY" || limit === "UTILITIES";

/** How much of the usual time a step takes, by how pressing the matter is. */
export const haste: Readonly<Record<Matter["limit"], number>> = {
  EMERGENCY: 0.12,
  UTILITIES: 0.5,
  ORDINARY: 1,
  COMPLEX: 1,
};

/** When a unit has spent so many minutes on it: of the clock or of its office hours. */
export const after = (
  { clock }: Frame,
  { roundTheClock, matter }: Handler,
  at: Instant,
  minutes: number,
): Instant =>
  roundTheClock || isUrgent(matter) ? Math.round(at + minutes * MINUTE) : clock.after(at, minutes);
