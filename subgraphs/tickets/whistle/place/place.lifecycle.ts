import type { Actor } from "../../../shared/move.ts";
import { coversDivision, Post } from "../../../shared/principal.ts";
import { refuse } from "../whistle.errors.ts";
import { type Dossier, requireState, type WhistleMove, whoIs } from "../whistle.lifecycle.ts";
import { isBlower } from "../whistle-options.ts";

const placers: readonly Post[] = [
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
];

/** 补录网格: clears the error of a whistle without a grid (BJ-12). The blower does, or who answers for its place. */
export function placeWhistle({ whistle, kind }: Dossier, grid: string, { principal }: Actor): WhistleMove {
  requireState(whistle, "place");
  const { number, divisionCode } = whistle;
  const ofPlace = placers.includes(principal.post) && coversDivision(principal, divisionCode);
  if (!ofPlace && !isBlower(whistle, kind, principal)) {
    throw refuse("WHISTLE_NOT_THE_BLOWER", {
      ...whoIs(principal),
      number,
      blower: whistle.blowerUnitCode,
      move: "place",
    });
  }
  if (whistle.gridCode) throw refuse("WHISTLE_GRID_KNOWN", { number, grid: whistle.gridCode });
  if (!grid.startsWith(divisionCode))
    throw refuse("WHISTLE_GRID_ELSEWHERE", { grid, division: divisionCode });
  return { change: { gridCode: grid, noGridYet: false }, kind: "WHISTLE_PLACED", payload: { grid } };
}
