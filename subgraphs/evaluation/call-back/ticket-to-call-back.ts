import { ask } from "../../shared/asking.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { type CalledBackTicket, noSuchTicket } from "./call-back.lifecycle.ts";

const operation = `query TicketToCallBack($number: String!) {
  ticket(number: $number) { number state feedbackAt division { code } handlingUnit { code } matter { code } }
}`;

interface Answer {
  readonly ticket: {
    readonly number: string;
    readonly state: string;
    readonly feedbackAt: string | null;
    readonly division: { readonly code: string };
    readonly handlingUnit: { readonly code: string } | null;
    readonly matter: { readonly code: string } | null;
  } | null;
}

/** Where a ticket stands now, asked of the subgraph that keeps it. */
export async function ticketToCallBack(graph: GraphClient, number: string): Promise<CalledBackTicket> {
  const { ticket } = await ask<Answer>(graph, "tickets", operation, { number });
  if (!ticket) throw noSuchTicket(number);
  return {
    number: ticket.number,
    state: ticket.state,
    feedbackAt: ticket.feedbackAt ? new Date(ticket.feedbackAt) : null,
    divisionCode: ticket.division.code,
    handlingUnitCode: ticket.handlingUnit?.code ?? null,
    matterCode: ticket.matter?.code ?? null,
  };
}
