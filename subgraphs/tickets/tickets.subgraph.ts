import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { Tickets1700000003000 } from "./migrations/1700000003000-tickets.ts";
import { Demands1700000003100 } from "./migrations/1700000003100-demands.ts";
import { Building, Division, Estate, Grid, Matter, PowerItem, Unit } from "./references.ts";
import { TicketResolver } from "./ticket/ticket.resolver.ts";
import { Ticket } from "./ticket/ticket.ts";
import { type TicketsContext, ticketsContext } from "./tickets.context.ts";

/** Demands, tickets, whistles, deadlines. Owner: the command centre (指挥中心). */
export const tickets: SubgraphDefinition<TicketsContext> = {
  name: "tickets",
  resolvers: [TicketResolver],
  types: [Ticket, Division, Grid, Estate, Building, Unit, Matter, PowerItem],
  references: {
    Ticket: ({ number }: { number: string }, { load }) => load.ticket.load(number),
    Division: (reference: Division) => reference,
    Grid: (reference: Grid) => reference,
    Estate: (reference: Estate) => reference,
    Unit: (reference: Unit) => reference,
  },
  entities: [Ticket],
  migrations: [Tickets1700000003000, Demands1700000003100],
  context: ticketsContext,
};
