import DataLoader from "dataloader";
import { dayOf } from "../shared/calendar.ts";
import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadEach, loadMany, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { BuildingStore } from "./building/building.store.ts";
import type { Building } from "./building/building.ts";
import { DivisionStore } from "./division/division.store.ts";
import type { Division } from "./division/division.ts";
import { DutyStore } from "./duty/duty.store.ts";
import { EstateStore } from "./estate/estate.store.ts";
import type { Estate } from "./estate/estate.ts";
import { GridStore } from "./grid/grid.store.ts";
import type { Grid } from "./grid/grid.ts";
import { GridChangeStore } from "./grid/grid-change.store.ts";
import type { GridListArgs } from "./grid/grid-filter.ts";
import { householdSight } from "./household/household.sight.ts";
import { type HouseholdListArgs, HouseholdStore } from "./household/household.store.ts";
import type { Household } from "./household/household.ts";
import { AssignmentStore } from "./member/assignment.store.ts";
import { GridMemberStore } from "./member/grid-member.store.ts";
import type { GridMember } from "./member/grid-member.ts";
import { OutlineStore } from "./outline/outline.store.ts";
import type { MapPoint } from "./place/map-point.ts";
import { PlaceStore } from "./place/place.store.ts";
import { ResidentStore } from "./resident/resident.store.ts";
import { VisitStore } from "./visit/visit.store.ts";
import type { Visit } from "./visit/visit.ts";

/** What one request to the grids subgraph works with: its stores, restricted to the principal, and their loaders. */
export function gridsContext({ database, principal, at, feed, columns }: RequestScope) {
  const { manager } = database;
  const today = dayOf(at);
  const sight = householdSight(principal, today);
  const divisions = new DivisionStore(manager, columns);
  const places = new PlaceStore(database, today);
  const grids = new GridStore(manager, today, columns);
  const gridChanges = new GridChangeStore(database);
  const outlines = new OutlineStore(manager, today);
  const estates = new EstateStore(manager, columns);
  const buildings = new BuildingStore(manager, columns);
  const households = new HouseholdStore(manager, sight);
  const residents = new ResidentStore(manager, sight, principal);
  const members = new GridMemberStore(manager, today, columns);
  const assignments = new AssignmentStore(database);
  const duties = new DutyStore(manager);
  const visits = new VisitStore(database, sight, principal, today);

  const code = ({ code }: { code: string }) => code;
  const id = ({ id }: { id: string }) => id;
  const member = loadOne((ids) => members.byIds(ids), id);
  const loadServing = (fetch: (codes: readonly string[]) => Promise<ReadonlyMap<string, GridMember[]>>) =>
    loadEach(async (codes) => {
      const found = await fetch(codes);
      for (const each of [...found.values()].flat()) member.prime(each.id, each);
      return found;
    });
  /** What a division lies in comes with it: an address is its path, which mostly is asked for next. */
  const division: DataLoader<string, Division | null> = loadOne(async (codes) => {
    const found = await divisions.withPaths(codes);
    for (const each of found) division.prime(each.code, each);
    return found;
  }, code);
  return {
    database,
    feed,
    principal,
    at,
    thisYear: Number(today.slice(0, 4)),
    divisions,
    places,
    grids,
    gridChanges,
    estates,
    buildings,
    members,
    assignments,
    duties,
    visits,
    residents,
    load: {
      division,
      divisionChildren: loadByArguments(
        (codes, args: PageArgs) => divisions.childrenOf(codes, args),
        () => emptyPage<Division>(),
      ),
      outlineOfDivision: loadOne(
        (codes) => outlines.ofDivisions(codes),
        ({ divisionCode }) => divisionCode,
      ),
      aliasesOfDivision: loadMany(
        (codes) => places.aliasesOfDivisions(codes),
        ({ divisionCode }) => divisionCode ?? "",
      ),
      aliasesOfEstate: loadMany(
        (codes) => places.aliasesOfEstates(codes),
        ({ estateCode }) => estateCode ?? "",
      ),
      aliasesOfGrid: loadMany(
        (codes) => places.aliasesOfGrids(codes),
        ({ gridCode }) => gridCode ?? "",
      ),
      placesWithoutCode: loadMany(
        (codes) => places.withoutCode(codes),
        ({ withinCode }) => withinCode,
      ),

      grid: loadOne((codes) => grids.byCodes(codes), code),
      gridAt: new DataLoader((points: readonly MapPoint[]) => grids.at(points), {
        cacheKeyFn: ({ longitude, latitude }) => `${longitude},${latitude}`,
      }),
      gridsOfDivision: loadByArguments(
        (codes, args: GridListArgs) => grids.ofDivisions(codes, args),
        () => emptyPage<Grid>(),
      ),
      gridFigures: loadByArguments(
        (codes, year: number) => grids.figures(codes, year),
        () => {
          throw new Error("every division asked for has figures");
        },
      ),
      visitedInGrid: loadByArguments(
        (codes, year: number) => grids.visited(codes, year),
        () => 0,
      ),
      successionsOfGrid: loadMany(
        (codes) => grids.successions(codes),
        ({ predecessorCode }) => predecessorCode,
      ),
      precedentsOfGrid: loadMany(
        (codes) => grids.precedents(codes),
        ({ successorCode }) => successorCode,
      ),
      networkGridsOfGrid: loadMany(
        (codes) => grids.networkGrids(codes),
        ({ gridCode }) => gridCode,
      ),
      branch: loadOne((codes) => grids.branches(codes), code),
      gridsOfBranch: loadMany(
        (codes) => grids.ofBranches(codes),
        ({ partyBranchCode }) => partyBranchCode ?? "",
      ),

      estate: loadOne((codes) => estates.byCodes(codes), code),
      estatesOfDivision: loadByArguments(
        (codes, args: PageArgs) => estates.ofDivisions(codes, args),
        () => emptyPage<Estate>(),
      ),
      gridCodesOfEstate: loadMany(
        (codes) => estates.gridCodes(codes),
        ({ estateCode }) => estateCode,
      ),
      building: loadOne((codes) => buildings.byCodes(codes), code),
      buildingsOfGrid: loadByArguments(
        (codes, args: PageArgs) => buildings.ofGrids(codes, args),
        () => emptyPage<Building>(),
      ),
      buildingsOfEstate: loadByArguments(
        (codes, args: PageArgs) => buildings.ofEstates(codes, args),
        () => emptyPage<Building>(),
      ),

      household: loadOne((ids) => households.byIds(ids), id),
      householdsOfGrid: loadByArguments(
        (codes, args: HouseholdListArgs) => households.ofGrids(codes, args),
        () => emptyPage<Household>(),
      ),
      householdsOfBuilding: loadByArguments(
        (codes, args: HouseholdListArgs) => households.ofBuildings(codes, args),
        () => emptyPage<Household>(),
      ),
      resident: loadOne((ids) => residents.byIds(ids), id),
      residentsOfHousehold: loadMany(
        (ids) => residents.ofHouseholds(ids),
        ({ householdId }) => householdId,
      ),

      member,
      memberOfPerson: loadOne(
        (people) => members.byPeople(people),
        ({ personId }) => personId ?? "",
      ),
      membersOfGrid: loadServing((codes) => members.ofGrids(codes)),
      membersOfBuilding: loadServing((codes) => members.ofBuildings(codes)),
      memberKind: loadOne((codes) => members.kinds(codes), code),
      assignmentsOfMember: loadMany(
        (ids) => members.assignmentsOfMembers(ids),
        ({ memberId }) => memberId,
      ),
      dutiesOfMember: loadMany(
        (ids) => members.duties(ids),
        ({ memberId }) => memberId,
      ),
      duty: loadOne((codes) => duties.byCodes(codes), code),
      dutyClass: loadOne((codes) => duties.classesByCodes(codes), code),
      dutiesOfClass: loadMany(
        (codes) => duties.ofClasses(codes),
        ({ classCode }) => classCode,
      ),

      visit: loadOne((ids) => visits.byIds(ids), id),
      visitsOfHousehold: loadByArguments(
        (ids, args: PageArgs) => visits.ofHouseholds(ids, args),
        () => emptyPage<Visit>(),
      ),
      visitsOfGrid: loadByArguments(
        (codes, args: PageArgs) => visits.ofGrids(codes, args),
        () => emptyPage<Visit>(),
      ),
      observationsOfVisit: loadMany(
        (ids) => visits.observations(ids),
        ({ visitId }) => visitId,
      ),
    },
  };
}

export type GridsContext = ReturnType<typeof gridsContext>;
