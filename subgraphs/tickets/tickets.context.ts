import { loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { TicketStore } from "./ticket/ticket.store.ts";

export function ticketsContext({ database, graph, principal, at }: RequestScope) {
  const tickets = new TicketStore(database, principal);
  return {
    principal,
    at,
    graph,
    database,
    tickets,
    load: {
      ticket: loadOne(
        (numbers) => tickets.byNumbers(numbers),
        ({ number }) => number,
      ),
    },
  };
}

export type TicketsContext = ReturnType<typeof ticketsContext>;
