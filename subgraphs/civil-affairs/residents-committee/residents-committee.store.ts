import type { DataSource } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf } from "../../shared/principal.ts";
import { CommitteeMember } from "./committee-member.ts";
import { ResidentsCommittee } from "./residents-committee.ts";

const inOffice = lookUp(ResidentsCommittee, "committee", (query) =>
  query
    .where("committee.districtCode = ANY(:districts) AND committee.communityCode = ANY(:communities)")
    .andWhere("committee.inOfficeFrom <= :today AND committee.inOfficeUntil >= :today"),
);

const membersInOffice = lookUp(CommitteeMember, "member", (query) =>
  query
    .where("member.districtCode = ANY(:districts) AND member.communityCode = ANY(:communities)")
    .andWhere(
      `EXISTS (SELECT FROM residents_committee committee
         WHERE committee.district_code = member.district_code AND committee.community_code = member.community_code
           AND committee.elected_on = member.elected_on
           AND committee.in_office_from <= :today AND committee.in_office_until >= :today)`,
    )
    .orderBy("member.rank"),
);

/** Every query on residents' committees: they are elected and published, so everybody sees them. */
export class ResidentsCommitteeStore {
  readonly #today: Day;
  readonly #from: LookedUpIn;

  constructor({ manager }: DataSource, today: Day, columns?: ColumnsRead) {
    this.#today = today;
    this.#from = { manager, columns };
  }

  inOffice(communities: readonly string[]): Promise<ResidentsCommittee[]> {
    return inOffice(this.#from, this.#keysOf(communities));
  }

  membersInOffice(communities: readonly string[]): Promise<CommitteeMember[]> {
    return membersInOffice(this.#from, this.#keysOf(communities));
  }

  readonly #keysOf = (communities: readonly string[]) => ({
    districts: [...new Set(communities.map(districtOf))],
    communities,
    today: this.#today,
  });
}
