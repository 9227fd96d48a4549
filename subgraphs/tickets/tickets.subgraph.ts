import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { ChannelResolver } from "./channel/channel.resolver.ts";
import { Channel } from "./channel/channel.ts";
import {
  ClassProblemResolver,
  EstateClassProblemsResolver,
  PlanResolver,
} from "./class-problem/class-problem.resolver.ts";
import { ClassProblem } from "./class-problem/class-problem.ts";
import { TrendRule } from "./class-problem/trend-rule.ts";
import { DemandResolver } from "./demand/demand.resolver.ts";
import { Demand } from "./demand/demand.ts";
import { Demander } from "./demand/demander.ts";
import { evaluationFeed } from "./evaluation-feed.consumer.ts";
import { TimeLimit } from "./limit/time-limit.ts";
import { Tickets1700000003000 } from "./migrations/1700000003000-tickets.ts";
import { Demands1700000003100 } from "./migrations/1700000003100-demands.ts";
import { Building, Division, Estate, Grid, Matter, PowerItem, Unit } from "./references.ts";
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
import { seedTickets } from "./tickets.seed.ts";

/** Demands, tickets, whistles, deadlines. Owner: the command centre (指挥中心). */
export const tickets: SubgraphDefinition<TicketsContext> = {
  name: "tickets",
  resolvers: [
    ChannelResolver,
    DemandResolver,
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
  ],
  types: [Division, Grid, Estate, Building, Unit, Matter, PowerItem],
  references: {
    Ticket: ({ number }: { number: string }, { load }) => load.ticket.load(number),
    Demand: ({ number }: { number: string }, { load }) => load.demand.load(number),
    ClassProblem: ({ number }: { number: string }, { load }) => load.classProblem.load(number),
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
  ],
  migrations: [Tickets1700000003000, Demands1700000003100],
  context: ticketsContext,
  seed: seedTickets,
  consumers: () => [evaluationFeed],
};
