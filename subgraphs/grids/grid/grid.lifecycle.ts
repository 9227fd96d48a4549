import { dayOf } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { readPosition } from "../../shared/position-input.ts";
import { Post } from "../../shared/principal.ts";
import { requirePostOver } from "../authority.ts";
import type { Building } from "../building/building.ts";
import { refuse } from "../grids.errors.ts";
import { contains } from "./grid.boundary.ts";
import { cutAlong, isLeftOf, join } from "./grid.cutting.ts";
import { type Grid, GridKind } from "./grid.ts";
import type { GridMergeInput, GridSplitInput } from "./grid-change-input.ts";

/** A grid that comes to be, with the buildings that fall to it. */
export interface NewGrid {
  readonly grid: Omit<Grid, "householdCount" | "version">;
  readonly buildings: readonly string[];
}

/** What becomes of grids: the ones that close, each with its log entry, and the ones that take over. */
export interface GridChange {
  readonly closed: readonly { readonly grid: Grid; readonly move: Move<Grid> }[];
  readonly opened: readonly NewGrid[];
}

/** Where grids are drawn is for the sub-district or the district to decide. */
const drawers = [Post.SUBDISTRICT_LEADER, Post.DISTRICT_LEADER];

/** Basic grids take the numbers below; a number once given stays with its grid for ever. */
const sequences = Array.from({ length: 500 }, (_, index) => String(index + 1).padStart(3, "0"));

/** 拆分: a basic grid becomes two along a line; buildings go where they stand, and their households with them. */
export function splitGrid(
  grid: Grid,
  buildings: readonly Building[],
  usedCodes: ReadonlySet<string>,
  input: GridSplitInput,
  actor: Actor,
): GridChange {
  requireBasicInForce(grid, actor);
  const line = { from: readPosition(input.from), to: readPosition(input.to) };
  const cut = cutAlong(grid.boundary, line);
  if (!cut) throw refuse("SPLIT_LINE_MISSES", { grid: grid.code });
  const [leftCode, rightCode] = freeCodes(grid.communityCode, usedCodes, 2);

  // A building may be registered to a grid it stands outside of; then the side of the line decides.
  const goesLeft = (building: Building): boolean =>
    contains(cut.left, building) || (!contains(cut.right, building) && isLeftOf(line, building));
  const part = (
    code: string | undefined,
    name: string,
    boundary: Grid["boundary"],
    left: boolean,
  ): NewGrid => ({
    grid: successor(grid, { code, name, boundary }, actor),
    buildings: buildings.filter((building) => goesLeft(building) === left).map((building) => building.code),
  });
  const opened = [
    part(leftCode, input.leftName, cut.left, true),
    part(rightCode, input.rightName, cut.right, false),
  ];
  return { closed: [close(grid, "GRID_SPLIT", opened, actor)], opened };
}

/** 合并: neighbouring basic grids of a community become one. */
export function mergeGrids(
  grids: readonly [Grid, ...Grid[]],
  buildings: readonly Building[],
  usedCodes: ReadonlySet<string>,
  { name }: GridMergeInput,
  actor: Actor,
): GridChange {
  const [first, ...others] = grids;
  if (others.length === 0 || others.some((grid) => grid.communityCode !== first.communityCode)) {
    throw refuse("MERGE_NEEDS_NEIGHBOURS");
  }
  for (const grid of grids) requireBasicInForce(grid, actor);
  const boundary = join(grids.map((grid) => grid.boundary));
  if (!boundary) throw refuse("GRIDS_DO_NOT_ADJOIN", { grids: grids.map(({ code }) => code).join(", ") });
  const [code] = freeCodes(first.communityCode, usedCodes, 1);
  const opened = [
    {
      grid: successor(first, { code, name, boundary }, actor),
      buildings: buildings.map((building) => building.code),
    },
  ];
  return { closed: grids.map((grid) => close(grid, "GRID_MERGED", opened, actor)), opened };
}

function requireBasicInForce(grid: Grid, actor: Actor): void {
  requirePostOver(actor, drawers, grid.code);
  const today = dayOf(actor.at);
  if (grid.kind !== GridKind.BASIC) throw refuse("GRID_NOT_BASIC", { grid: grid.code });
  if (grid.validFrom > today || grid.validTo)
    throw refuse("GRID_NOT_IN_FORCE", { grid: grid.code, day: today });
}

function freeCodes(community: string, used: ReadonlySet<string>, count: number): string[] {
  const free = sequences.map((sequence) => `${community}${sequence}`).filter((code) => !used.has(code));
  if (free.length < count) throw refuse("GRID_CODES_USED_UP", { community });
  return free.slice(0, count);
}

function successor(
  grid: Grid,
  { code, name, boundary }: { code: string | undefined; name: string; boundary: Grid["boundary"] },
  { at }: Actor,
): NewGrid["grid"] {
  if (name.trim() === "") throw refuse("GRID_NAME_MISSING");
  return {
    code: code ?? "",
    communityCode: grid.communityCode,
    name: name.trim(),
    kind: GridKind.BASIC,
    institutionType: null,
    boundary,
    synthetic: grid.synthetic,
    partyBranchCode: grid.partyBranchCode,
    validFrom: dayOf(at),
    validTo: null,
  };
}

const close = (grid: Grid, kind: string, opened: readonly NewGrid[], { at }: Actor) => ({
  grid,
  move: {
    change: { validTo: dayOf(at) },
    kind,
    // The count goes with the households; what it was at the end is told here.
    payload: { into: opened.map(({ grid: { code } }) => code), households: grid.householdCount },
  },
});
