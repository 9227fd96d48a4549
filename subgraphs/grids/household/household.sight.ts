import type { Day } from "../../shared/calendar.ts";
import { DivisionLevel, divisionLevel } from "../../shared/codes.ts";
import { Post, type Principal } from "../../shared/principal.ts";

/** A condition on the table alias `household`, with its parameters. */
export interface Sight {
  readonly where: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const nothing: Sight = { where: "false", parameters: {} };

/** Assignments in force on a day; `valid_to` is the first day without. */
export const inForce = (assignment: string, day: string): string =>
  `${assignment}.valid_from <= ${day} AND (${assignment}.valid_to IS NULL OR ${assignment}.valid_to > ${day})`;

/**
 * The households a principal may see. Names stay in the community: its staff see all of it, a grid member the grids
 * served today (a building head only that building), a resident the own one. Everybody else sees figures, not
 * households: streets and departments have no part in this list on purpose.
 */
export function householdSight(principal: Principal | null, today: Day): Sight {
  switch (principal?.post) {
    case Post.COMMUNITY_STAFF:
    case Post.COMMUNITY_SECRETARY:
      // A wider division than a community would be a mistake of the identity provider's: it opens nothing.
      if (divisionLevel(principal.division) !== DivisionLevel.COMMUNITY) return nothing;
      return {
        where: "household.community_code = :sightDivision",
        parameters: { sightDivision: principal.division },
      };
    case Post.GRID_MEMBER:
      return {
        where: `EXISTS (SELECT FROM grid_assignment serving JOIN grid_member ON grid_member.id = serving.member_id
          WHERE grid_member.person_id = :sightPerson AND serving.grid_code = household.grid_code
            AND (serving.building_code IS NULL OR serving.building_code = household.building_code)
            AND ${inForce("serving", ":sightDay")})`,
        parameters: { sightPerson: principal.id, sightDay: today },
      };
    case Post.RESIDENT:
      return {
        where: `EXISTS (SELECT FROM resident own WHERE own.district_code = household.district_code
          AND own.household_id = household.id AND own.person_id = :sightPerson)`,
        parameters: { sightPerson: principal.id },
      };
    default:
      return nothing;
  }
}
