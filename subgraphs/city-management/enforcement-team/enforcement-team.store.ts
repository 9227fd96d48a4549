import type { EntityManager } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import type { Reach } from "../../shared/reach.ts";
import { onlyReached, reachOfTeamMembers } from "../visibility.ts";
import { EnforcementTeam } from "./enforcement-team.ts";
import { EnforcementTeamMember } from "./enforcement-team-member.ts";

const ofDivisions = lookUp(EnforcementTeam, "team", (query) =>
  query.where("team.districtCode = ANY(:districts)").andWhere("team.divisionCode = ANY(:divisions)"),
);

/**
 * A member serves a whole sub-district: who reaches one of its grids, or has a case in one, reaches the team that
 * would come there.
 */
const membersOfDivisions = lookUp(EnforcementTeamMember, "member", (query, reach: Reach) =>
  onlyReached(query, reach, {
    division: "member.divisionCode",
    person: "member.personId",
    inGrids: "member.divisionCode IN (SELECT left(grid, 9) FROM unnest(CAST(:reachGrids AS text[])) AS grid)",
    ofCase: "member.divisionCode IN (SELECT left(grid, 9) FROM unnest(CAST(:caseGrids AS text[])) AS grid)",
  })
    .andWhere("member.districtCode = ANY(:districts) AND member.divisionCode = ANY(:divisions)")
    .andWhere("member.validFrom <= :on AND (member.validUntil IS NULL OR member.validUntil > :on)")
    .orderBy("member.homeUnitCode")
    .addOrderBy("member.id"),
);

/** Every query on enforcement teams. The teams are public, their members are restricted to those the principal reaches. */
export class EnforcementTeamStore {
  readonly #reach: Reach;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, principal: Principal | null, columns?: ColumnsRead) {
    this.#reach = reachOfTeamMembers(principal);
    this.#from = { manager, columns };
  }

  ofDivisions(divisions: readonly string[]): Promise<EnforcementTeam[]> {
    return ofDivisions(this.#from, { districts: districtsOf(divisions), divisions });
  }

  membersOfDivisions(divisions: readonly string[], on: Day): Promise<EnforcementTeamMember[]> {
    const keys = { districts: districtsOf(divisions), divisions, on };
    return membersOfDivisions(this.#from, keys, this.#reach);
  }
}

const districtsOf = (divisions: readonly string[]): string[] => [...new Set(divisions.map(districtOf))];
