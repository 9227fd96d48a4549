import type { EntityManager } from "typeorm";
import { duties } from "../../../subgraphs/grids/duty/duty-catalogue.ts";
import { polygonColumn } from "../../../subgraphs/grids/grid/grid.boundary.ts";
import { buildingRows, buildingsIn } from "../world/buildings.ts";
import { Families } from "../world/families.ts";
import type { Frame } from "../world/frame.ts";
import { gridTeams } from "../world/grid-members.ts";
import { estates, gridRow } from "../world/grids.ts";
import { networkGrids } from "../world/network-grids.ts";
import { partyBranches } from "../world/party-branches.ts";
import { placeAliases } from "../world/place-aliases.ts";
import { divisions } from "../world/places.ts";
import { type ObservationRow, visits } from "../world/visits.ts";
import type { InsertRows } from "./insert-rows.ts";

/** Counts of households and of visited households are left to the tables' own triggers. */
export async function loadGrids(frame: Frame, insert: InsertRows, transaction: EntityManager): Promise<void> {
  const buildingsOf = buildingsIn(frame);
  const families = new Families(frame, buildingsOf);
  const teamOf = gridTeams(frame, buildingsOf);
  const teams = frame.communities.map(teamOf);

  await insert("division", divisions, ({ code, name }) => ({ code, name }));
  await insert("party_branch", partyBranches(frame), ({ gridCodes: _, ...branch }) => branch);
  await insert("grid", frame.grids, (grid) => {
    const { boundary, households: _, ...row } = gridRow(grid);
    const corners = boundary.map(([longitude, latitude]) => ({ longitude, latitude }));
    return { ...row, boundary: polygonColumn.to(corners) };
  });
  await insert("network_grid", networkGrids(frame));
  await insert("estate", estates(frame.grids));
  await insert("place_alias", placeAliases(frame));
  await insert("building", buildingRows(frame, buildingsOf));
  await insert("household", families.households());
  await insert("resident", families.residents());

  // Kinds of member are data: this is one that the subgraph comes without and our districts have.
  await transaction.query(
    `INSERT INTO member_kind (code, name, name_zh, force, source)
     VALUES ('PARTY_BACKBONE', 'Party member of the backbone', '党员骨干', 'SOCIAL', 'KF-3') ON CONFLICT DO NOTHING`,
  );
  const members = teams.flatMap((team) => team.members);
  await insert("grid_member", members, ({ dutyClasses: _, ...member }) => member);
  await insert(
    "member_duty",
    members.flatMap(({ id: memberId, dutyClasses }) =>
      duties
        .filter(({ classCode }) => dutyClasses.includes(classCode))
        .map(({ code: dutyCode }) => ({ memberId, dutyCode })),
    ),
  );
  await insert(
    "grid_assignment",
    teams.flatMap((team) => team.assignments),
  );

  const observations: ObservationRow[] = [];
  await insert("visit", visits(frame, teamOf), ({ observation, ...visit }) => {
    if (observation) observations.push(observation);
    return visit;
  });
  await insert("observation", observations);
}
