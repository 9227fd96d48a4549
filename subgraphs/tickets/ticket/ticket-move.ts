import { Arg } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import type { TicketsContext } from "../tickets.context.ts";
import type { Ticket } from "./ticket.ts";

/** What the mutations that move a ticket have in common. */

export const NumberArg = () => Arg("number", () => String, { description: "Ticket number (工单编号)" });

export const KeyArg = () =>
  Arg("idempotencyKey", () => String, {
    description: idempotencyKeyDescription,
  });

/** Carries a move out. What the rest of the request selects is read after it. */
export async function change(
  context: TicketsContext,
  ...move: Parameters<TicketsContext["tickets"]["change"]>
): Promise<Ticket> {
  const moved = await context.tickets.change(...move);
  context.reread();
  return moved;
}
