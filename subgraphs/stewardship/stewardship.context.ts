import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadEach, loadMany, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { AccessChainStore } from "./access-record/access-chain.store.ts";
import { AccessLogStore } from "./access-record/access-log.store.ts";
import { AccessRecordStore } from "./access-record/access-record.store.ts";
import type { AccessRecord } from "./access-record/access-record.ts";
import { tellable } from "./access-record/disclosure-delay.ts";
import { AgreementStore } from "./agreement/agreement.store.ts";
import { BreakGlassStore } from "./break-glass/break-glass.store.ts";
import { CaseAccessStore } from "./case-access/case-access.store.ts";
import { CaseAccessRuleStore } from "./case-access/case-access-rule.store.ts";
import { CaseExclusionStore } from "./case-access/case-exclusion.store.ts";
import { DataGrantStore } from "./data-grant/data-grant.store.ts";
import { GrantBookStore } from "./grant-book/grant-book.store.ts";
import { OwnerDashboardStore } from "./owner-dashboard/owner-dashboard.store.ts";
import { RetentionStore } from "./retention/retention.store.ts";
import { SubgraphOwnerStore } from "./subgraph-owner/subgraph-owner.store.ts";

/** What one request to the stewardship subgraph works with: its stores, restricted to the principal, and their loaders. */
export function stewardshipContext({ database, graph, principal, at, feed, columns }: RequestScope) {
  const { manager } = database;
  const subgraphOwners = new SubgraphOwnerStore(manager);
  const dataGrants = new DataGrantStore(database, principal, at);
  const caseAccessRules = new CaseAccessRuleStore(database, principal, at);
  const caseExclusions = new CaseExclusionStore(database, principal);
  const caseAccesses = new CaseAccessStore(graph, principal, caseAccessRules, caseExclusions);
  const agreements = new AgreementStore(database, principal);
  const breakGlasses = new BreakGlassStore(database, principal, at);
  const accessRecords = new AccessRecordStore(manager, principal, columns);
  return {
    database,
    feed,
    graph,
    principal,
    at,
    subgraphOwners,
    dataGrants,
    caseAccessRules,
    caseExclusions,
    agreements,
    breakGlasses,
    accessRecords,
    accessChains: new AccessChainStore(manager, principal),
    grantBook: new GrantBookStore(manager),
    accessLog: new AccessLogStore(database),
    retention: new RetentionStore(database),
    ownerDashboards: new OwnerDashboardStore(manager, principal, at),
    load: {
      subgraphOwner: loadOne(
        (subgraphs) => subgraphOwners.bySubgraphs(subgraphs),
        ({ subgraph }) => subgraph,
      ),
      dataGrant: loadOne(
        (numbers) => dataGrants.byNumbers(numbers),
        ({ number }) => number,
      ),
      dataGrantsOfCase: loadMany(
        (numbers) => dataGrants.ofCases(numbers),
        ({ caseNumber }) => caseNumber ?? "",
      ),
      caseAccessRule: loadOne(
        (numbers) => caseAccessRules.byNumbers(numbers),
        ({ number }) => number,
      ),
      accessesOfCase: loadEach((numbers) => caseAccesses.ofCases(numbers)),
      agreement: loadOne(
        (numbers) => agreements.byNumbers(numbers),
        ({ number }) => number,
      ),
      breakGlass: loadOne(
        (numbers) => breakGlasses.byNumbers(numbers),
        ({ number }) => number,
      ),
      accessesAboutResident: loadByArguments(
        (residents, args: PageArgs) =>
          tellable(graph, residents, (delays) => accessRecords.aboutResidents(residents, delays, args)),
        () => emptyPage<AccessRecord>(),
      ),
    },
  };
}

export type StewardshipContext = ReturnType<typeof stewardshipContext>;
