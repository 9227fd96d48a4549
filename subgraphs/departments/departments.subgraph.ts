import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import {
  ChiefResponderResolver,
  UnitChiefResponderResolver,
} from "./chief-responder/chief-responder.resolver.ts";
import { ChiefResponder } from "./chief-responder/chief-responder.ts";
import { type DepartmentsContext, departmentsContext } from "./departments.context.ts";
import { departmentErrors } from "./departments.errors.ts";
import {
  DispatchCatalogueResolver,
  DispatchRuleResolver,
  DispatchVerdictResolver,
  MatchResolver,
} from "./dispatch/dispatch.resolver.ts";
import { DispatchCatalogue } from "./dispatch/dispatch-catalogue.ts";
import { DispatchRule } from "./dispatch/dispatch-rule.ts";
import {
  DoubleReportingCountResolver,
  DoubleReportingResolver,
} from "./double-reporting/double-reporting.resolver.ts";
import { DoubleReporting } from "./double-reporting/double-reporting.ts";
import { DutyShiftResolver, ShiftGapResolver, UnitOnDutyResolver } from "./duty-shift/duty-shift.resolver.ts";
import { DutyShift } from "./duty-shift/duty-shift.ts";
import { HandDownResolver, RecordedFactResolver } from "./hand-down/hand-down.resolver.ts";
import { HandDown } from "./hand-down/hand-down.ts";
import { ItemImportResolver } from "./item-import/item-import.resolver.ts";
import { ItemImport } from "./item-import/item-import.ts";
import {
  ItemListResolver,
  ListEntryResolver,
  PowerItemListingsResolver,
  UnitListsResolver,
} from "./item-list/item-list.resolver.ts";
import { ItemList } from "./item-list/item-list.ts";
import { ListBatchResolver } from "./item-list/list-batch.resolver.ts";
import { ListBatch } from "./item-list/list-batch.ts";
import { ListEntry } from "./item-list/list-entry.ts";
import { DivisionLiaisonResolver, LiaisonResolver } from "./liaison/liaison.resolver.ts";
import { Liaison } from "./liaison/liaison.ts";
import { MatterResolver } from "./matter/matter.resolver.ts";
import { Matter } from "./matter/matter.ts";
import { Units1700000002000 } from "./migrations/1700000002000-units.ts";
import { Appointments1700000002100 } from "./migrations/1700000002100-appointments.ts";
import { Lists1700000002200 } from "./migrations/1700000002200-lists.ts";
import { Matters1700000002300 } from "./migrations/1700000002300-matters.ts";
import { Grants1700000002400 } from "./migrations/1700000002400-grants.ts";
import { Imports1700000002500 } from "./migrations/1700000002500-imports.ts";
import { DutyShifts1700000002600 } from "./migrations/1700000002600-duty-shifts.ts";
import { DoubleReporting1700000002610 } from "./migrations/1700000002610-double-reporting.ts";
import { BatchMakers1700000002620 } from "./migrations/1700000002620-batch-makers.ts";
import { type OfficeKey, officeText } from "./office-holder/office-holder.store.ts";
import { OfficeHolder } from "./office-holder/office-holder.ts";
import { PowerGrantResolver } from "./power-grant/power-grant.resolver.ts";
import { PowerGrant } from "./power-grant/power-grant.ts";
import { PowerItemResolver } from "./power-item/power-item.resolver.ts";
import { PowerItem } from "./power-item/power-item.ts";
import { Division, divisionOf, Grid } from "./references.ts";
import {
  DivisionRespondersResolver,
  GridRespondersResolver,
  ResponderGapResolver,
  ResponderResolver,
} from "./responder/responder.resolver.ts";
import { Responder } from "./responder/responder.ts";
import { ResponderGap } from "./responder/responder-gap.ts";
import { sightOf } from "./sight.ts";
import { TeamMemberResolver, UnitTeamResolver } from "./team-member/team-member.resolver.ts";
import { TeamMember } from "./team-member/team-member.ts";
import { DivisionUnitResolver, UnitResolver } from "./unit/unit.resolver.ts";
import { Unit } from "./unit/unit.ts";

/** Units, responders, matters, power items, lists, matching. Owner: the establishment office (编办). */
export const departments: SubgraphDefinition<DepartmentsContext> = {
  name: "departments",
  owner: "ESTABLISHMENT-OFFICE",
  ownerZh: "编办",
  resolvers: [
    UnitResolver,
    DivisionUnitResolver,
    ResponderResolver,
    ResponderGapResolver,
    DivisionRespondersResolver,
    GridRespondersResolver,
    ChiefResponderResolver,
    UnitChiefResponderResolver,
    DoubleReportingResolver,
    DoubleReportingCountResolver,
    DutyShiftResolver,
    ShiftGapResolver,
    UnitOnDutyResolver,
    LiaisonResolver,
    DivisionLiaisonResolver,
    TeamMemberResolver,
    UnitTeamResolver,
    MatterResolver,
    PowerItemResolver,
    ItemListResolver,
    PowerItemListingsResolver,
    ListBatchResolver,
    ListEntryResolver,
    UnitListsResolver,
    ItemImportResolver,
    PowerGrantResolver,
    HandDownResolver,
    RecordedFactResolver,
    MatchResolver,
    DispatchVerdictResolver,
    DispatchCatalogueResolver,
    DispatchRuleResolver,
    feedResolver("departmentFeed", {
      tells: "Every change to units' appointments, lists, grants and hand-downs",
      tellsZh: "职责",
    }),
  ],
  types: [Division, Grid, OfficeHolder],
  references: {
    Unit: ({ code }: { code: string }, { load }) => load.unit.load(code),
    Matter: ({ code }: { code: string }, { load }) => load.matter.load(code),
    PowerItem: ({ code }: { code: string }, { load }) => load.powerItem.load(code),
    ItemList: ({ id }: { id: string }, { load }) => load.itemList.load(id),
    OfficeHolder: (key: OfficeKey, { load }) => load.officeHolder.load(officeText(key)),
    PowerGrant: ({ number }: { number: string }, { load }) => load.powerGrant.load(number),
    HandDown: ({ number }: { number: string }, { load }) => load.handDown.load(number),
    Division: ({ code }: { code: string }) => divisionOf(code),
    Grid: ({ code }: { code: string }) => Object.assign(new Grid(), { code }),
  },
  entities: [
    Unit,
    Responder,
    ResponderGap,
    ChiefResponder,
    DoubleReporting,
    DutyShift,
    Liaison,
    TeamMember,
    Matter,
    PowerItem,
    ItemList,
    ListBatch,
    ListEntry,
    ItemImport,
    PowerGrant,
    HandDown,
    DispatchCatalogue,
    DispatchRule,
  ],
  migrations: [
    Units1700000002000,
    Appointments1700000002100,
    Lists1700000002200,
    Matters1700000002300,
    Grants1700000002400,
    Imports1700000002500,
    DutyShifts1700000002600,
    DoubleReporting1700000002610,
    BatchMakers1700000002620,
  ],
  errors: departmentErrors,
  context: departmentsContext,
  sightOf,
};
