import { dayOf } from "../shared/calendar.ts";
import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadMany, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { ChiefResponderStore } from "./chief-responder/chief-responder.store.ts";
import { DispatchStore } from "./dispatch/dispatch.store.ts";
import { DispatchCatalogueStore } from "./dispatch/dispatch-catalogue.store.ts";
import { DoubleReportingStore } from "./double-reporting/double-reporting.store.ts";
import { DutyShiftStore } from "./duty-shift/duty-shift.store.ts";
import { HandDownStore } from "./hand-down/hand-down.store.ts";
import { ItemImportStore } from "./item-import/item-import.store.ts";
import { type EntriesArgs, ItemListStore } from "./item-list/item-list.store.ts";
import type { ItemListing } from "./item-list/item-listing.ts";
import { ListBatchStore } from "./item-list/list-batch.store.ts";
import type { ListEntry } from "./item-list/list-entry.ts";
import { LiaisonStore } from "./liaison/liaison.store.ts";
import { MatterStore } from "./matter/matter.store.ts";
import { OfficeHolderStore, officeKey, officeText } from "./office-holder/office-holder.store.ts";
import { PowerGrantStore } from "./power-grant/power-grant.store.ts";
import { PowerItemStore } from "./power-item/power-item.store.ts";
import { ResponderStore } from "./responder/responder.store.ts";
import { TeamMemberStore } from "./team-member/team-member.store.ts";
import { UnitStore } from "./unit/unit.store.ts";

/** What one request to the departments subgraph works with: its stores, restricted to the principal, and their loaders. */
export function departmentsContext({ database, principal, at, feed, columns }: RequestScope) {
  const { manager } = database;
  const today = dayOf(at);
  const units = new UnitStore(manager, columns);
  const responders = new ResponderStore(database, columns);
  const chiefResponders = new ChiefResponderStore(database, columns);
  const doubleReportings = new DoubleReportingStore(database, principal);
  const dutyShifts = new DutyShiftStore(database, principal);
  const liaisons = new LiaisonStore(manager);
  const teamMembers = new TeamMemberStore(manager);
  const officeHolders = new OfficeHolderStore(manager);
  const matters = new MatterStore(manager, columns);
  const powerItems = new PowerItemStore(manager, principal, columns);
  const itemLists = new ItemListStore(manager, principal);
  const listBatches = new ListBatchStore(database);
  const itemImports = new ItemImportStore(database);
  const powerGrants = new PowerGrantStore(database, principal);
  const handDowns = new HandDownStore(database, principal);
  const dispatchCatalogues = new DispatchCatalogueStore(database);
  const dispatch = new DispatchStore(manager, units);
  return {
    database,
    feed,
    principal,
    at,
    units,
    responders,
    chiefResponders,
    doubleReportings,
    dutyShifts,
    matters,
    powerItems,
    itemLists,
    listBatches,
    itemImports,
    powerGrants,
    handDowns,
    dispatch,
    dispatchCatalogues,
    load: {
      unit: loadOne(
        (codes) => units.byCodes(codes),
        ({ code }) => code,
      ),
      unitChildren: loadMany(
        (codes) => units.childrenOf(codes),
        ({ parentCode }) => parentCode ?? "",
      ),
      responders: loadMany(
        (communities) => responders.ofCommunities(communities, today),
        ({ communityCode }) => communityCode,
      ),
      chiefResponder: loadOne(
        (codes) => chiefResponders.ofUnits(codes, today),
        ({ unitCode }) => unitCode,
      ),
      onDuty: loadMany(
        (codes) => dutyShifts.at(codes, at),
        ({ unitCode }) => unitCode,
      ),
      liaisons: loadMany(
        (divisions) => liaisons.ofDivisions(divisions, today),
        ({ divisionCode }) => divisionCode,
      ),
      teamMembers: loadMany(
        (teams) => teamMembers.ofTeams(teams, today),
        ({ teamCode }) => teamCode,
      ),
      officeHolder: loadOne((keys) => officeHolders.named(keys.map(officeKey)), officeText),
      matter: loadOne(
        (codes) => matters.byCodes(codes),
        ({ code }) => code,
      ),
      matterChildren: loadMany(
        (codes) => matters.childrenOf(codes),
        ({ parentCode }) => parentCode ?? "",
      ),
      powerItem: loadOne(
        (codes) => powerItems.byCodes(codes),
        ({ code }) => code,
      ),
      powerGrant: loadOne(
        (numbers) => powerGrants.byNumbers(numbers),
        ({ number }) => number,
      ),
      handDown: loadOne(
        (numbers) => handDowns.byNumbers(numbers),
        ({ number }) => number,
      ),
      listings: loadByArguments(
        (items, on: EntriesArgs["on"]) => itemLists.listingsOf(items, on),
        () => [] as ItemListing[],
      ),
      itemList: loadOne(
        (ids) => itemLists.byIds(ids),
        ({ id }) => id,
      ),
      listsOfHolder: loadMany(
        (holders) => itemLists.ofHolders(holders),
        ({ holderCode }) => holderCode,
      ),
      batchesOfList: loadMany(
        (ids) => itemLists.batchesOf(ids),
        ({ listId }) => listId,
      ),
      listVersion: loadByArguments(
        async (ids, on: EntriesArgs["on"]) =>
          new Map((await itemLists.versions(ids, on)).map((version) => [version.listId, version])),
        () => null as { version: number; items: number } | null,
      ),
      listEntries: loadByArguments(
        (ids, args: EntriesArgs) => itemLists.entriesOf(ids, args),
        () => emptyPage<ListEntry>(),
      ),
      batchChanges: loadByArguments(
        (batches, args: PageArgs & { change: "ADDED" | "REMOVED" }) => itemLists.changesOf(batches, args),
        () => emptyPage<ListEntry>(),
      ),
    },
  };
}

export type DepartmentsContext = ReturnType<typeof departmentsContext>;
