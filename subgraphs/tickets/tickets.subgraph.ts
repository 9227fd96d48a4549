import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { Tickets1700000003000 } from "./migrations/1700000003000-tickets.ts";
import { TicketResolver } from "./ticket/ticket.resolver.ts";
import { Ticket } from "./ticket/ticket.ts";
import { type TicketsContext, ticketsContext } from "./tickets.context.ts";

/** Demands, tickets, whistles, deadlines. Owner: the command centre (指挥中心). */
export const tickets: SubgraphDefinition<TicketsContext> = {
  name: "tickets",
  resolvers: [TicketResolver],
  types: [Ticket],
  references: {
    Ticket: ({ number }: { number: string }, { load }) => load.ticket.load(number),
  },
  entities: [Ticket],
  migrations: [Tickets1700000003000],
  context: ticketsContext,
};
