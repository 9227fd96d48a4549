import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { CaseResolver } from "./case/case.resolver.ts";
import { CaseScopeResolver } from "./case-scope/case-scope.resolver.ts";
import { ChangesResolver } from "./change/changes.resolver.ts";
import { divisionsOf } from "./change/whereabouts.store.ts";
import { ChannelResolver } from "./channel/channel.resolver.ts";
import { Channel } from "./channel/channel.ts";
import {
  ClassProblemResolver,
  EstateClassProblemsResolver,
  PlanResolver,
} from "./class-problem/class-problem.resolver.ts";
import { ClassProblem } from "./class-problem/class-problem.ts";
import { TrendRule } from "./class-problem/trend-rule.ts";
import { DemanderResolver, DemandResolver } from "./demand/demand.resolver.ts";
import { Demand } from "./demand/demand.ts";
import { Demander } from "./demand/demander.ts";
import { evaluationFeed } from "./evaluation-feed.consumer.ts";
import { TimeLimit } from "./limit/time-limit.ts";
import { Tickets1700000003000 } from "./migrations/1700000003000-tickets.ts";
import { Demands1700000003100 } from "./migrations/1700000003100-demands.ts";
import { Whistles1700000004000 } from "./migrations/1700000004000-whistles.ts";
import { DemanderResidents1700000004100 } from "./migrations/1700000004100-demander-residents.ts";
import { DispatchesByContract1700000004200 } from "./migrations/1700000004200-dispatches-by-contract.ts";
import { CaseLookUps1700000004300 } from "./migrations/1700000004300-case-look-ups.ts";
import {
  Building,
  Business,
  Division,
  Estate,
  Grid,
  Matter,
  PowerItem,
  Resident,
  Unit,
} from "./references.ts";
import { sightOf } from "./sight.ts";
import { Dispatch } from "./ticket/dispatch.ts";
import { Extension } from "./ticket/extension.ts";
import { Supervision } from "./ticket/supervision.ts";
import {
  CaseLeaderResolver,
  DispatchResolver,
  ExtensionResolver,
  SupervisionResolver,
  TicketResolver,
} from "./ticket/ticket.resolver.ts";
import { Ticket } from "./ticket/ticket.ts";
import { TicketMovesResolver } from "./ticket/ticket-moves.resolver.ts";
import {
  DivisionTicketsResolver,
  GridTicketsResolver,
  UnitTicketsResolver,
} from "./ticket/tickets-of.resolver.ts";
import { TicketFeedResolver } from "./ticket-feed.resolver.ts";
import { type TicketsContext, ticketsContext } from "./tickets.context.ts";
import { ticketErrors } from "./tickets.errors.ts";
import { seedTickets } from "./tickets.seed.ts";
import { WhistleKindResolver, WhistleProfileResolver } from "./whistle/profile/whistle-profile.resolver.ts";
import { WhistleProfile } from "./whistle/profile/whistle-profile.ts";
import { TaskForce } from "./whistle/task-force.ts";
import { whistleErrors } from "./whistle/whistle.errors.ts";
import {
  WhistleClockResolver,
  WhistleFilingResolver,
  WhistleOptionResolver,
  WhistleParticipantResolver,
  WhistleResolver,
  WhistleUnitCountsResolver,
} from "./whistle/whistle.resolver.ts";
import { Whistle } from "./whistle/whistle.ts";
import { escalateWhatRanOut } from "./whistle/whistle.upkeep.ts";
import { WhistleClock } from "./whistle/whistle-clock.ts";
import { WhistleFiling } from "./whistle/whistle-filing.ts";
import { WhistleMovesResolver } from "./whistle/whistle-moves.resolver.ts";
import { WhistleParticipant } from "./whistle/whistle-participant.ts";
import { WhistleSweep } from "./whistle/whistle-sweep.ts";
import { WhistleTicket } from "./whistle/whistle-ticket.ts";
import {
  EstateWhistlesResolver,
  GridWhistlesResolver,
  TicketWhistlesResolver,
  UnitWhistlesResolver,
} from "./whistle/whistles-of.resolver.ts";

/** Demands, tickets, whistles, deadlines. Owner: the command centre (指挥中心). */
export const tickets: SubgraphDefinition<TicketsContext> = {
  name: "tickets",
  owner: "COMMAND-CENTRE",
  resolvers: [
    ChannelResolver,
    DemandResolver,
    DemanderResolver,
    TicketResolver,
    TicketMovesResolver,
    CaseLeaderResolver,
    DispatchResolver,
    ExtensionResolver,
    SupervisionResolver,
    GridTicketsResolver,
    DivisionTicketsResolver,
    UnitTicketsResolver,
    ClassProblemResolver,
    PlanResolver,
    EstateClassProblemsResolver,
    TicketFeedResolver,
    ChangesResolver,
    CaseResolver,
    CaseScopeResolver,
    WhistleResolver,
    WhistleMovesResolver,
    WhistleParticipantResolver,
    WhistleClockResolver,
    WhistleFilingResolver,
    WhistleOptionResolver,
    WhistleUnitCountsResolver,
    WhistleProfileResolver,
    WhistleKindResolver,
    TicketWhistlesResolver,
    UnitWhistlesResolver,
    GridWhistlesResolver,
    EstateWhistlesResolver,
  ],
  types: [Division, Grid, Estate, Building, Unit, Matter, PowerItem, Resident, Business],
  references: {
    Ticket: ({ number }: { number: string }, { load }) => load.ticket.load(number),
    Demand: ({ number }: { number: string }, { load }) => load.demand.load(number),
    ClassProblem: ({ number }: { number: string }, { load }) => load.classProblem.load(number),
    Whistle: ({ number }: { number: string }, { loadWhistle }) => loadWhistle.whistle.load(number),
    Division: (reference: Division) => reference,
    Grid: (reference: Grid) => reference,
    Estate: (reference: Estate) => reference,
    Unit: (reference: Unit) => reference,
  },
  entities: [
    Channel,
    TimeLimit,
    TrendRule,
    Demand,
    Demander,
    Ticket,
    Dispatch,
    Extension,
    Supervision,
    ClassProblem,
    WhistleProfile,
    Whistle,
    WhistleParticipant,
    WhistleTicket,
    WhistleClock,
    WhistleFiling,
    WhistleSweep,
    TaskForce,
  ],
  migrations: [
    Tickets1700000003000,
    Demands1700000003100,
    Whistles1700000004000,
    DemanderResidents1700000004100,
    DispatchesByContract1700000004200,
    CaseLookUps1700000004300,
  ],
  consents: [
    {
      field: "Ticket.receivedAt",
      to: "evaluation",
      for: "Ticket.callBacks",
      purpose: "call-backs are told of tickets alone that the caller may see here (仅向可见工单者展示回访)",
      since: "2026-11-20",
    },
  ],
  errors: { ...ticketErrors, ...whistleErrors },
  context: ticketsContext,
  divisionsOf,
  sightOf,
  seed: seedTickets,
  upkeep: escalateWhatRanOut,
  consumers: () => [evaluationFeed],
};
