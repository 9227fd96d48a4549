import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { type CityManagementContext, cityManagementContext } from "./city-management.context.ts";
import { cityManagementErrors } from "./city-management.errors.ts";
import { seedCityManagement } from "./city-management.seed.ts";
import { ComponentResolver, GridComponentsResolver } from "./component/component.resolver.ts";
import { Component } from "./component/component.ts";
import {
  DivisionEnforcementTeamResolver,
  EnforcementTeamMemberResolver,
  EnforcementTeamResolver,
} from "./enforcement-team/enforcement-team.resolver.ts";
import { EnforcementTeam } from "./enforcement-team/enforcement-team.ts";
import { EnforcementTeamMember } from "./enforcement-team/enforcement-team-member.ts";
import { StreetOrderClasses1700000006000 } from "./migrations/1700000006000-street-order-classes.ts";
import { Components1700000006100 } from "./migrations/1700000006100-components.ts";
import { StreetOrderCases1700000006200 } from "./migrations/1700000006200-street-order-cases.ts";
import { EnforcementTeams1700000006300 } from "./migrations/1700000006300-enforcement-teams.ts";
import { Business, Division, Grid, Ticket, Unit } from "./references.ts";
import {
  StreetOrderCaseResolver,
  StreetOrderStepResolver,
} from "./street-order-case/street-order-case.resolver.ts";
import { StreetOrderCase } from "./street-order-case/street-order-case.ts";
import {
  BusinessStreetOrderCasesResolver,
  ComponentStreetOrderCasesResolver,
  GridStreetOrderCasesResolver,
  TicketStreetOrderCasesResolver,
} from "./street-order-case/street-order-cases-of.resolver.ts";
import { StreetOrderStep } from "./street-order-case/street-order-step.ts";
import {
  StreetOrderClassResolver,
  StreetOrderSubclassResolver,
} from "./street-order-class/street-order-class.resolver.ts";
import { StreetOrderClass } from "./street-order-class/street-order-class.ts";
import { StreetOrderSubclass } from "./street-order-class/street-order-subclass.ts";
import { StreetOrderStandardResolver } from "./street-order-standard/street-order-standard.resolver.ts";
import { StreetOrderStandard } from "./street-order-standard/street-order-standard.ts";
import { owner } from "./visibility.ts";

/** Components, street-order cases, joint enforcement teams. Owner: urban management (城市管理和综合执法局). */
export const cityManagement: SubgraphDefinition<CityManagementContext> = {
  name: "city-management",
  owner,
  ownerZh: "城市管理局",
  resolvers: [
    StreetOrderClassResolver,
    StreetOrderSubclassResolver,
    StreetOrderStandardResolver,
    ComponentResolver,
    GridComponentsResolver,
    StreetOrderCaseResolver,
    StreetOrderStepResolver,
    GridStreetOrderCasesResolver,
    ComponentStreetOrderCasesResolver,
    TicketStreetOrderCasesResolver,
    BusinessStreetOrderCasesResolver,
    DivisionEnforcementTeamResolver,
    EnforcementTeamResolver,
    EnforcementTeamMemberResolver,
    feedResolver("cityManagementFeed", {
      tells: "Every step of the street-order cases",
      tellsZh: "市容案件",
    }),
  ],
  types: [Grid, Division, Unit, Ticket, Business, Component, StreetOrderCase],
  references: {
    Grid: (reference: Grid) => Object.assign(new Grid(), reference),
    Division: (reference: Division) => Object.assign(new Division(), reference),
    Unit: (reference: Unit) => Object.assign(new Unit(), reference),
    Ticket: (reference: Ticket) => Object.assign(new Ticket(), reference),
    Business: (reference: Business) => Object.assign(new Business(), reference),
    Component: ({ code }: { code: string }, { load }) => load.component.load(code),
    StreetOrderCase: ({ number }: { number: string }, { load }) => load.streetOrderCase.load(number),
  },
  entities: [
    StreetOrderClass,
    StreetOrderSubclass,
    StreetOrderStandard,
    Component,
    StreetOrderCase,
    StreetOrderStep,
    EnforcementTeam,
    EnforcementTeamMember,
  ],
  migrations: [
    StreetOrderClasses1700000006000,
    Components1700000006100,
    StreetOrderCases1700000006200,
    EnforcementTeams1700000006300,
  ],
  errors: cityManagementErrors,
  context: cityManagementContext,
  seed: seedCityManagement,
};
