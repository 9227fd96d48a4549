import { duties } from "../../../subgraphs/grids/duty/duty-catalogue.ts";
import { polygonColumn } from "../../../subgraphs/grids/grid/grid.boundary.ts";
import type { Coordinate } from "../world/borders.ts";
import type { GridMemberRow } from "../world/grid-members.ts";
import type { ObservationRow } from "../world/visits.ts";
import type { World } from "../world/world.ts";
import type { InsertRows } from "./insert-rows.ts";

/** Counts of households and of visited households are left to the tables' own triggers. */
export async function loadGrids(world: World, insert: InsertRows): Promise<void> {
  await insert("division", world.divisions(), ({ code, name, land }) => ({
    code,
    name,
    land: land && polygonOf(land),
    landSynthetic: land && true,
  }));
  await insert("party_branch", world.partyBranches(), ({ gridCodes: _, ...branch }) => branch);
  await insert("grid", world.grids(), ({ boundary, households: _, ...grid }) => ({
    ...grid,
    boundary: polygonOf(boundary),
  }));
  await insert("network_grid", world.networkGrids());
  await insert("estate", world.estates());
  await insert("place_alias", world.placeAliases());
  await insert("building", world.buildings());
  await insert("household", world.households());
  await insert("resident", world.residents());

  await insert("grid_member", world.gridMembers(), ({ dutyClasses: _, ...member }) => member);
  await insert("member_duty", memberDuties(world.gridMembers()));
  await insert("grid_assignment", world.gridAssignments());

  const observations: ObservationRow[] = [];
  await insert("visit", world.visits(), ({ observation, ...visit }) => {
    if (observation) observations.push(observation);
    return visit;
  });
  await insert("observation", observations);
}

const polygonOf = (corners: readonly Coordinate[]): string =>
  polygonColumn.to(corners.map(([longitude, latitude]) => ({ longitude, latitude })));

/** Who has a class of duties has every duty in it. */
function* memberDuties(members: Iterable<GridMemberRow>): Iterable<object> {
  for (const { id: memberId, dutyClasses } of members) {
    for (const { code: dutyCode, classCode } of duties) {
      if (dutyClasses.includes(classCode)) yield { memberId, dutyCode };
    }
  }
}
