import { ask } from "../../shared/asking.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";

/** Refuses a ticket that the command centre does not have. */
export async function requireTicket(graph: GraphClient, number: string): Promise<void> {
  const { ticket } = await ask<{ ticket: { number: string } | null }>(
    graph,
    "tickets",
    "query TicketOfComplaint($number: String!) { ticket(number: $number) { number } }",
    { number },
  );
  if (!ticket) throw refuseShared("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });
}
