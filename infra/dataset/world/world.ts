import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { type Building, type BuildingRow, buildingRows, buildingsIn } from "./buildings.ts";
import { type CareRecord, careRecords } from "./care.ts";
import { type ComplaintStory, consumerComplaints } from "./consumer-complaints.ts";
import { type DataGrantStory, dataGrants } from "./data-grants.ts";
import { type DemanderRow, Demanders } from "./demands/demanders.ts";
import { type DisclosureDelayStory, disclosureDelays } from "./disclosure-delays.ts";
import { type DoubleReportingRow, doubleReportings } from "./double-reportings.ts";
import { type DutyShiftRow, dutyShifts } from "./duty-shifts.ts";
import { type EnterpriseRow, enterprisesIn } from "./enterprises.ts";
import { Families, type HouseholdRow, type ResidentRow } from "./families.ts";
import { type Frame, frameOf } from "./frame.ts";
import { type GridAssignmentRow, type GridMemberRow, gridTeams } from "./grid-members.ts";
import { type EstateRow, estates, type Grid, type GridRow, gridRow } from "./grids.ts";
import { type InspectionRow, inspections } from "./inspections.ts";
import { type HandedToStreets, handedToStreets } from "./lists/handed-to-streets.ts";
import type { PowerItemRow } from "./lists/sample-items.ts";
import {
  type ItemListRow,
  itemLists,
  type ListBatchRow,
  type ListEntryRow,
  listBatches,
  listEntries,
  powerItems,
} from "./lists/sample-lists.ts";
import {
  type DispatchCatalogueRow,
  type DispatchRuleRow,
  dispatchCatalogues,
  dispatchRules,
  type MatterRow,
  matterRows,
  type OverlapRuleRow,
  overlapRules,
} from "./matters/district-matters.ts";
import { type NetworkGridRow, networkGrids } from "./network-grids.ts";
import type { Instant } from "./office-clock.ts";
import { type Official, Officials } from "./officials.ts";
import { type PartyBranchRow, partyBranches } from "./party-branches.ts";
import { type PlaceAliasRow, placeAliases } from "./place-aliases.ts";
import {
  type KeyPlaceRow,
  type PoliceCallRow,
  type PoliceHousehold,
  policeCalls,
  policeHouseholds,
  policeKeyPlaces,
} from "./police-archive.ts";
import { type ResidentsCommitteeRow, residentsCommittees } from "./residents-committees.ts";
import {
  type ChiefResponderRow,
  chiefResponders,
  type LiaisonRow,
  liaisons,
  type ResponderRow,
  responders,
  type TeamMemberRow,
  teamMembers,
} from "./responders.ts";
import type { ScaleName } from "./scale.ts";
import { StreetOrderCases } from "./street-order/cases.ts";
import { type ComponentRow, componentsIn } from "./street-order/components.ts";
import {
  type EnforcementTeamMemberRow,
  type EnforcementTeamRow,
  enforcementTeamMembers,
  enforcementTeams,
} from "./street-order/enforcement-teams.ts";
import { Handlers } from "./tickets/handling.ts";
import { Incidents } from "./tickets/incident.ts";
import { planIntake } from "./tickets/intake.ts";
import { Reception } from "./tickets/reception.ts";
import { type RunningNumberRow, RunningNumbers } from "./tickets/running-numbers.ts";
import { ticketStories } from "./tickets/stories.ts";
import type { TicketStory } from "./tickets/ticket-story.ts";
import { type LandedDivisionRow, landedDivisions } from "./undrawn-land.ts";
import { type UnitRow, units } from "./units.ts";
import { type VisitRow, visits } from "./visits.ts";

export interface WorldOptions {
  /** The same seed makes the same world, row by row. */
  readonly seed: string;
  readonly scale: ScaleName;
  /** The anchor day: twelve months are told, up to the midnight with which it begins. */
  readonly today: Day;
  /** Up to which instant of the anchor day is told after all; its midnight when absent. */
  readonly now?: Instant;
}

export const usualWorld = {
  seed: "whistlegraph",
  scale: "demo",
  today: "2026-11-01",
} as const satisfies WorldOptions;

/** The tickets of a world, told once: the running numbers are complete when the last story has been read. */
export interface TicketStories extends Iterable<TicketStory> {
  readonly runningNumbers: () => Iterable<RunningNumberRow>;
}

/**
 * Real places, invented people. Each part is made as it is read, a row at a time, and can be read again with the same
 * result; nothing is kept but the grids and what a community is asked for again and again.
 */
export interface World {
  readonly frame: Frame;
  divisions(): Iterable<LandedDivisionRow>;
  placeAliases(): Iterable<PlaceAliasRow>;
  partyBranches(): Iterable<PartyBranchRow>;
  grids(): Iterable<GridRow>;
  networkGrids(): Iterable<NetworkGridRow>;
  estates(): Iterable<EstateRow>;
  buildings(): Iterable<BuildingRow>;
  households(): Iterable<HouseholdRow>;
  residents(): Iterable<ResidentRow>;
  gridMembers(): Iterable<GridMemberRow>;
  gridAssignments(): Iterable<GridAssignmentRow>;
  visits(): Iterable<VisitRow>;
  careRecords(): Iterable<CareRecord>;
  residentsCommittees(): Iterable<ResidentsCommitteeRow>;
  enterprises(): Iterable<EnterpriseRow>;
  units(): Iterable<UnitRow>;
  officials(): Iterable<Official>;
  responders(): Iterable<ResponderRow>;
  dutyShifts(): Iterable<DutyShiftRow>;
  doubleReportings(): Iterable<DoubleReportingRow>;
  chiefResponders(): Iterable<ChiefResponderRow>;
  liaisons(): Iterable<LiaisonRow>;
  teamMembers(): Iterable<TeamMemberRow>;
  matters(): Iterable<MatterRow>;
  powerItems(): Iterable<PowerItemRow>;
  itemLists(): Iterable<ItemListRow>;
  listBatches(): Iterable<ListBatchRow>;
  listEntries(): Iterable<ListEntryRow>;
  dispatchCatalogues(): Iterable<DispatchCatalogueRow>;
  dispatchRules(): Iterable<DispatchRuleRow>;
  overlapRules(): Iterable<OverlapRuleRow>;
  handedToStreets(): Iterable<HandedToStreets>;
  demanders(): Iterable<DemanderRow>;
  tickets(): TicketStories;
  inspections(): Iterable<InspectionRow>;
  consumerComplaints(): Iterable<ComplaintStory>;
  dataGrants(): Iterable<DataGrantStory>;
  disclosureDelays(): Iterable<DisclosureDelayStory>;
  /** The police archive's own, in its columns. */
  policeHouseholds(): Iterable<PoliceHousehold>;
  policeCalls(): Iterable<PoliceCallRow>;
  policeKeyPlaces(): Iterable<KeyPlaceRow>;
  components(): Iterable<ComponentRow>;
  streetOrderCases(): StreetOrderCases;
  enforcementTeams(): Iterable<EnforcementTeamRow>;
  enforcementTeamMembers(): Iterable<EnforcementTeamMemberRow>;
}

export function createWorld({ seed, scale, today, now }: WorldOptions): World {
  const frame = frameOf(seed, scale, today, now);
  const buildingsOf: (grid: Grid) => readonly Building[] = buildingsIn(frame);
  const families = new Families(frame, buildingsOf);
  const officials = new Officials(frame);
  const teamOf = gridTeams(frame, buildingsOf);
  const enterprisesOf = enterprisesIn(frame, buildingsOf);
  const demanders = new Demanders(frame, families, enterprisesOf);
  const incidents = new Incidents(frame, planIntake(frame), demanders, buildingsOf);
  const handlers = new Handlers(frame, officials);
  const componentsOf = componentsIn(frame);
  const tickets = (): TicketStories => {
    const numbers = new RunningNumbers();
    const reception = new Reception(frame, officials, numbers, enterprisesOf);
    const stories = ticketStories({ frame, officials, handlers, numbers }, incidents, reception);
    return { [Symbol.iterator]: () => stories[Symbol.iterator](), runningNumbers: () => numbers.rows() };
  };

  return {
    frame,
    divisions: () => landedDivisions(frame),
    placeAliases: () => placeAliases(frame),
    partyBranches: () => partyBranches(frame),
    grids: () => each(frame.grids, (grid) => [gridRow(grid)]),
    networkGrids: () => networkGrids(frame),
    estates: () => estates(frame.grids),
    buildings: () => buildingRows(frame, buildingsOf),
    households: () => families.households(),
    residents: () => families.residents(),
    gridMembers: () => each(frame.communities, (community) => teamOf(community).members),
    gridAssignments: () => each(frame.communities, (community) => teamOf(community).assignments),
    visits: () => visits(frame, teamOf),
    careRecords: () => careRecords(frame, families),
    residentsCommittees: () => residentsCommittees(frame, officials),
    enterprises: () => each(frame.grids, enterprisesOf),
    inspections: () => inspections(frame, officials, enterprisesOf),
    consumerComplaints: () =>
      consumerComplaints(frame, officials, enterprisesOf, { tickets: tickets(), demanders: demanders.all() }),
    units: () => units(frame),
    officials: () => officials.all(frame),
    responders: () => responders(frame, officials),
    dutyShifts: () => dutyShifts(frame, officials),
    doubleReportings: () => doubleReportings(frame),
    chiefResponders: () => chiefResponders(frame, officials),
    liaisons: () => liaisons(frame, officials),
    teamMembers: () => teamMembers(frame, officials),
    matters: () => matterRows(frame),
    powerItems: () => powerItems(frame),
    itemLists: () => itemLists(frame),
    listBatches: () => listBatches(frame),
    listEntries: () => listEntries(frame),
    dispatchCatalogues: () => dispatchCatalogues(frame),
    dispatchRules: () => dispatchRules(frame),
    overlapRules: () => overlapRules(frame),
    handedToStreets: () => handedToStreets(frame, officials),
    demanders: () => demanders.all(),
    tickets,
    dataGrants: () => dataGrants(frame, officials),
    disclosureDelays: () => disclosureDelays(frame, families, officials),
    policeHouseholds: () => policeHouseholds(frame, families),
    policeCalls: () => policeCalls(frame, families, tickets(), buildingsOf, enterprisesOf),
    policeKeyPlaces: () => policeKeyPlaces(frame, buildingsOf, enterprisesOf),
    components: () => each(frame.grids, componentsOf),
    streetOrderCases: () =>
      new StreetOrderCases({ frame, officials, families, componentsOf, enterprisesOf, tickets }),
    enforcementTeams: () => enforcementTeams(frame),
    enforcementTeamMembers: () => enforcementTeamMembers(frame, officials),
  };
}

function* each<Source, Row>(
  sources: readonly Source[],
  rowsOf: (source: Source) => Iterable<Row>,
): Iterable<Row> {
  for (const source of sources) yield* rowsOf(source);
}
