import type { EntityManager } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf } from "../../shared/principal.ts";
import { EnforcementTeam } from "./enforcement-team.ts";
import { EnforcementTeamMember } from "./enforcement-team-member.ts";

const ofDivisions = lookUp(EnforcementTeam, "team", (query) =>
  query.where("team.districtCode = ANY(:districts)").andWhere("team.divisionCode = ANY(:divisions)"),
);

const membersOfDivisions = lookUp(EnforcementTeamMember, "member", (query) =>
  query
    .where("member.districtCode = ANY(:districts) AND member.divisionCode = ANY(:divisions)")
    .andWhere("member.validFrom <= :on AND (member.validUntil IS NULL OR member.validUntil > :on)")
    .orderBy("member.homeUnitCode")
    .addOrderBy("member.id"),
);

/** Every query on enforcement teams. Who serves in them is posted: no principal restricts it. */
export class EnforcementTeamStore {
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#from = { manager, columns };
  }

  ofDivisions(divisions: readonly string[]): Promise<EnforcementTeam[]> {
    return ofDivisions(this.#from, { districts: districtsOf(divisions), divisions });
  }

  membersOfDivisions(divisions: readonly string[], on: Day): Promise<EnforcementTeamMember[]> {
    return membersOfDivisions(this.#from, { districts: districtsOf(divisions), divisions, on });
  }
}

const districtsOf = (divisions: readonly string[]): string[] => [...new Set(divisions.map(districtOf))];
