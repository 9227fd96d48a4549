import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { AccessChainResolver } from "./access-record/access-chain.resolver.ts";
import { AccessRecordResolver, UnusualAccessResolver } from "./access-record/access-record.resolver.ts";
import { AccessRecord } from "./access-record/access-record.ts";
import { ResidentAccessResolver } from "./access-record/resident-access.resolver.ts";
import { AgreementResolver } from "./agreement/agreement.resolver.ts";
import { Agreement } from "./agreement/agreement.ts";
import { BreakGlassResolver } from "./break-glass/break-glass.resolver.ts";
import { BreakGlass } from "./break-glass/break-glass.ts";
import { BreakGlassRule } from "./break-glass/break-glass-rule.ts";
import { CaseAccessResolver, TicketCaseAccessesResolver } from "./case-access/case-access.resolver.ts";
import { CaseAccessRuleResolver } from "./case-access/case-access-rule.resolver.ts";
import { CaseAccessRule } from "./case-access/case-access-rule.ts";
import { CaseExclusionResolver } from "./case-access/case-exclusion.resolver.ts";
import { CaseExclusion } from "./case-access/case-exclusion.ts";
import { DataGrantResolver } from "./data-grant/data-grant.resolver.ts";
import { DataGrant } from "./data-grant/data-grant.ts";
import { TicketGrantsResolver } from "./data-grant/ticket-grants.resolver.ts";
import { GrantBookResolver } from "./grant-book/grant-book.resolver.ts";
import { Owners1700000010000 } from "./migrations/1700000010000-owners.ts";
import { DataGrants1700000010100 } from "./migrations/1700000010100-data-grants.ts";
import { BreakGlass1700000010200 } from "./migrations/1700000010200-break-glass.ts";
import { AccessRecords1700000010300 } from "./migrations/1700000010300-access-records.ts";
import { CaseGrants1700000010400 } from "./migrations/1700000010400-case-grants.ts";
import { AgreementEnds1700000010500 } from "./migrations/1700000010500-agreement-ends.ts";
import { RetentionVersions1700000010600 } from "./migrations/1700000010600-retention-versions.ts";
import { VouchedFor1700000010700 } from "./migrations/1700000010700-vouched-for.ts";
import { CaseAccess1700000010800 } from "./migrations/1700000010800-case-access.ts";
import { NarrowedGrants1700000010900 } from "./migrations/1700000010900-narrowed-grants.ts";
import { OwnerDashboardResolver } from "./owner-dashboard/owner-dashboard.resolver.ts";
import { Household, OfficeHolder, officeHolderOf, Resident, Ticket, Unit } from "./references.ts";
import { RetentionResolver } from "./retention/retention.resolver.ts";
import { cutWhatIsPast } from "./retention/retention.upkeep.ts";
import { RetentionRule } from "./retention/retention-rule.ts";
import { type StewardshipContext, stewardshipContext } from "./stewardship.context.ts";
import { stewardshipErrors } from "./stewardship.errors.ts";
import { seedStewardship } from "./stewardship.seed.ts";
import { SubgraphOwnerResolver } from "./subgraph-owner/subgraph-owner.resolver.ts";
import { SubgraphOwner } from "./subgraph-owner/subgraph-owner.ts";

/** Who owns what of the graph, what was granted to whom, and who read what. Owner: the data bureau (数据局). */
export const stewardship: SubgraphDefinition<StewardshipContext> = {
  name: "stewardship",
  owner: "DATA-BUREAU",
  ownerZh: "数据局",
  resolvers: [
    SubgraphOwnerResolver,
    DataGrantResolver,
    TicketGrantsResolver,
    CaseAccessRuleResolver,
    CaseExclusionResolver,
    TicketCaseAccessesResolver,
    CaseAccessResolver,
    GrantBookResolver,
    AgreementResolver,
    BreakGlassResolver,
    AccessRecordResolver,
    UnusualAccessResolver,
    AccessChainResolver,
    ResidentAccessResolver,
    OwnerDashboardResolver,
    RetentionResolver,
    feedResolver("stewardshipFeed", {
      tells:
        "Every change to data grants, case access rules, agreements, break-glass accesses and how long records are kept",
      tellsZh: "数据授权",
    }),
  ],
  types: [Unit, OfficeHolder, Ticket, Household, Resident],
  references: {
    SubgraphOwner: ({ subgraph }: { subgraph: string }, { load }) => load.subgraphOwner.load(subgraph),
    DataGrant: ({ number }: { number: string }, { load }) => load.dataGrant.load(number),
    CaseAccessRule: ({ number }: { number: string }, { load }) => load.caseAccessRule.load(number),
    Agreement: ({ number }: { number: string }, { load }) => load.agreement.load(number),
    BreakGlass: ({ number }: { number: string }, { load }) => load.breakGlass.load(number),
    Ticket: (reference: Ticket) => Object.assign(new Ticket(), reference),
    Unit: (reference: Unit) => Object.assign(new Unit(), reference),
    OfficeHolder: (reference: OfficeHolder) => officeHolderOf(reference),
    Household: (reference: Household) => Object.assign(new Household(), reference),
    Resident: (reference: Resident) => Object.assign(new Resident(), reference),
  },
  entities: [
    SubgraphOwner,
    DataGrant,
    CaseAccessRule,
    CaseExclusion,
    Agreement,
    BreakGlass,
    BreakGlassRule,
    AccessRecord,
    RetentionRule,
  ],
  migrations: [
    Owners1700000010000,
    DataGrants1700000010100,
    BreakGlass1700000010200,
    AccessRecords1700000010300,
    CaseGrants1700000010400,
    AgreementEnds1700000010500,
    RetentionVersions1700000010600,
    VouchedFor1700000010700,
    CaseAccess1700000010800,
    NarrowedGrants1700000010900,
  ],
  errors: stewardshipErrors,
  context: stewardshipContext,
  seed: seedStewardship,
  upkeep: cutWhatIsPast,
};
