import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { PartyBranchResolver } from "./branch/party-branch.resolver.ts";
import { PartyBranch } from "./branch/party-branch.ts";
import { BuildingResolver } from "./building/building.resolver.ts";
import { Building } from "./building/building.ts";
import { DivisionResolver } from "./division/division.resolver.ts";
import { Division } from "./division/division.ts";
import { DutyClassResolver, DutyResolver } from "./duty/duty.resolver.ts";
import { Duty } from "./duty/duty.ts";
import { DutyClass } from "./duty/duty-class.ts";
import { EstateResolver } from "./estate/estate.resolver.ts";
import { Estate } from "./estate/estate.ts";
import { GridResolver } from "./grid/grid.resolver.ts";
import { Grid } from "./grid/grid.ts";
import { GridChangeResolver } from "./grid/grid-change.resolver.ts";
import { GridSuccession } from "./grid/grid-succession.ts";
import { type GridsContext, gridsContext } from "./grids.context.ts";
import { gridErrors } from "./grids.errors.ts";
import { seedGrids } from "./grids.seed.ts";
import { HouseholdResolver } from "./household/household.resolver.ts";
import { Household } from "./household/household.ts";
import { GridAssignmentResolver } from "./member/grid-assignment.resolver.ts";
import { GridAssignment } from "./member/grid-assignment.ts";
import { GridMemberResolver } from "./member/grid-member.resolver.ts";
import { GridMember } from "./member/grid-member.ts";
import { MemberDuty } from "./member/member-duty.ts";
import { MemberKind } from "./member/member-kind.ts";
import { OfficeHolderCardResolver } from "./member/office-holder.resolver.ts";
import { OfficeHolder } from "./member/office-holder.ts";
import { Divisions1700000001000 } from "./migrations/1700000001000-divisions.ts";
import { Grids1700000001100 } from "./migrations/1700000001100-grids.ts";
import { Residents1700000001200 } from "./migrations/1700000001200-residents.ts";
import { Members1700000001300 } from "./migrations/1700000001300-members.ts";
import { Visits1700000001400 } from "./migrations/1700000001400-visits.ts";
import { OwnEntries1700000001500 } from "./migrations/1700000001500-own-entries.ts";
import { DivisionLand1700000001600 } from "./migrations/1700000001600-division-land.ts";
import { NetworkGridResolver } from "./network/network-grid.resolver.ts";
import { NetworkGrid } from "./network/network-grid.ts";
import { PlaceAliasResolver, PlaceResolver } from "./place/place.resolver.ts";
import { PlaceAlias } from "./place/place-alias.ts";
import { ResidentResolver } from "./resident/resident.resolver.ts";
import { Resident } from "./resident/resident.ts";
import { sightOf } from "./sight.ts";
import { Observation } from "./visit/observation.ts";
import { VisitResolver } from "./visit/visit.resolver.ts";
import { Visit } from "./visit/visit.ts";

/** Divisions, grids, buildings, households, residents, members, visits. Owner: the grid centre (网格中心). */
export const grids: SubgraphDefinition<GridsContext> = {
  name: "grids",
  owner: "GOVERNANCE-CENTRE",
  ownerZh: "社会治安综合治理中心",
  resolvers: [
    DivisionResolver,
    PlaceResolver,
    PlaceAliasResolver,
    GridResolver,
    GridChangeResolver,
    PartyBranchResolver,
    NetworkGridResolver,
    EstateResolver,
    BuildingResolver,
    HouseholdResolver,
    ResidentResolver,
    GridMemberResolver,
    OfficeHolderCardResolver,
    GridAssignmentResolver,
    DutyClassResolver,
    DutyResolver,
    VisitResolver,
    feedResolver("gridFeed", {
      tells: "Every change to grids, members, visits and names",
      tellsZh: "网格",
    }),
  ],
  types: [Division, Grid, Estate, Building, Household, Resident, GridMember, OfficeHolder, Visit],
  references: {
    Division: ({ code }: { code: string }, { load }) => load.division.load(code),
    Grid: ({ code }: { code: string }, { load }) => load.grid.load(code),
    Estate: ({ code }: { code: string }, { load }) => load.estate.load(code),
    Building: ({ code }: { code: string }, { load }) => load.building.load(code),
    Household: ({ id }: { id: string }, { load }) => load.household.load(id),
    Resident: ({ id }: { id: string }, { load }) => load.resident.load(id),
    GridMember: ({ id }: { id: string }, { load }) => load.member.load(id),
    OfficeHolder: (reference: OfficeHolder) => Object.assign(new OfficeHolder(), reference),
    Visit: ({ id }: { id: string }, { load }) => load.visit.load(id),
  },
  entities: [
    Division,
    PlaceAlias,
    PartyBranch,
    Grid,
    GridSuccession,
    NetworkGrid,
    Estate,
    Building,
    Household,
    Resident,
    MemberKind,
    GridMember,
    MemberDuty,
    GridAssignment,
    DutyClass,
    Duty,
    Visit,
    Observation,
  ],
  migrations: [
    Divisions1700000001000,
    Grids1700000001100,
    Residents1700000001200,
    Members1700000001300,
    Visits1700000001400,
    OwnEntries1700000001500,
    DivisionLand1700000001600,
  ],
  consents: [
    {
      field: "Resident.household",
      to: "stewardship",
      for: "Resident.accesses",
      purpose:
        "who looked at a resident is told to those alone to whom the resident is shown here (访问情况仅告知本人)",
      since: "2026-11-22",
    },
  ],
  errors: gridErrors,
  context: gridsContext,
  sightOf,
  seed: seedGrids,
};
