import type { Day } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { requirePostOver } from "../authority.ts";
import type { Building } from "../building/building.ts";
import type { Grid } from "../grid/grid.ts";
import { refuse } from "../grids.errors.ts";
import type { AssignmentInput } from "./assignment-input.ts";
import type { GridAssignment } from "./grid-assignment.ts";

/** The community keeps its roster; its sub-district may too. */
const keepers = [Post.COMMUNITY_SECRETARY, Post.COMMUNITY_STAFF, Post.SUBDISTRICT_LEADER];

export interface AssignmentCase {
  readonly grid: Grid;
  /** The building asked for; null when the whole grid is. */
  readonly building: Building | null;
  /** The member's assignments to the grid so far, for the same building or the whole of it alike. */
  readonly earlier: readonly GridAssignment[];
}

/** 任职: a member begins to serve a grid in force, once at a time (ZY-7). */
export function assignMember(
  { grid, building, earlier }: AssignmentCase,
  { member, validFrom, validTo = undefined }: AssignmentInput,
  actor: Actor,
): Omit<GridAssignment, "id" | "version"> {
  requirePostOver(actor, keepers, grid.code);
  if (validTo && validTo <= validFrom) throw refuse("PERIOD_REVERSED", { start: validFrom, end: validTo });
  if (districtOf(member) !== districtOf(grid.code)) {
    throw refuse("MEMBER_OF_ANOTHER_DISTRICT", { member, grid: grid.code });
  }
  if (validFrom < grid.validFrom || (grid.validTo && validFrom >= grid.validTo)) {
    throw refuse("GRID_NOT_IN_FORCE", { grid: grid.code, day: validFrom });
  }
  if (building && building.gridCode !== grid.code) {
    throw refuse("BUILDING_NOT_IN_GRID", { building: building.code, grid: grid.code });
  }
  const overlaps = ({ buildingCode, validFrom: start, validTo: end }: GridAssignment): boolean =>
    buildingCode === (building?.code ?? null) &&
    (end === null || end > validFrom) &&
    (validTo === undefined || start < validTo);
  if (earlier.some(overlaps)) throw refuse("ALREADY_ASSIGNED", { member, grid: grid.code });
  return {
    memberId: member,
    gridCode: grid.code,
    buildingCode: building?.code ?? null,
    validFrom,
    validTo: validTo ?? null,
  };
}

/** 离任: from that day on the member no longer serves the grid. Ended once, it stays ended. */
export function endAssignment(assignment: GridAssignment, from: Day, actor: Actor): Move<GridAssignment> {
  requirePostOver(actor, keepers, assignment.gridCode);
  const { id, validFrom, validTo } = assignment;
  if (validTo) throw refuse("ASSIGNMENT_ENDED", { assignment: id, end: validTo });
  if (from < validFrom) throw refuse("PERIOD_REVERSED", { start: validFrom, end: from });
  return {
    change: { validTo: from },
    kind: "MEMBER_RELEASED",
    payload: { grid: assignment.gridCode, from },
  };
}
