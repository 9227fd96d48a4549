import { Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../../shared/move.ts";
import { nextNumber } from "../../../shared/running-number.ts";
import { limitInForce } from "../../limit/time-limit.store.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { Ticket } from "../ticket.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { archiveTicket, ledgerTicket, reopenTicket, strikeOffTicket } from "./closing.lifecycle.ts";

/** How a ticket ends, and begins again. */
@Resolver(() => Ticket)
export class TicketClosingResolver {
  @Mutation(() => Ticket, {
    description:
      "The centre follows it up as unsolved; a call-back that says so does it by itself (挂账, ZY-18)",
  })
  ledgerTicket(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "ledgerTicket", { number, idempotencyKey }, actor, (ticket) =>
      ledgerTicket(ticket, actor),
    );
  }

  @Mutation(() => Ticket, {
    description: "The centre strikes off what the demander confirmed as solved (销号, ZY-18)",
  })
  strikeOffTicket(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(
      context,
      "strikeOffTicket",
      { number, idempotencyKey },
      actor,
      async (ticket, transaction) =>
        strikeOffTicket(
          ticket,
          await nextNumber(transaction, ticket.districtCode, "STRIKE_OFF", actor.at),
          actor,
        ),
    );
  }

  @Mutation(() => Ticket, { description: "The centre puts a struck-off ticket on file (归档)" })
  archiveTicket(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "archiveTicket", { number, idempotencyKey }, actor, (ticket) =>
      archiveTicket(ticket, actor),
    );
  }

  @Mutation(() => Ticket, {
    description: "The centre opens a closed ticket again; its limit starts anew (重新办理)",
  })
  reopenTicket(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "reopenTicket", { number, idempotencyKey }, actor, async (ticket, transaction) => {
      const { districtCode, limitName } = ticket;
      return reopenTicket(ticket, await limitInForce(transaction, districtCode, limitName, actor.at), actor);
    });
  }
}
