import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { actorOf } from "../../shared/move.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { signTicket } from "./ticket.lifecycle.ts";
import { Ticket } from "./ticket.ts";

@Resolver(() => Ticket)
export class TicketResolver {
  @Query(() => Ticket, {
    nullable: true,
    description: "One ticket by its number; null when there is none you may see (按编号查工单)",
  })
  ticket(
    @Arg("number", () => String, { description: "Ticket number (工单编号)" }) number: string,
    @Ctx() { load }: TicketsContext,
  ): Promise<Ticket | null> {
    return load.ticket.load(number);
  }

  @Mutation(() => Ticket, { description: "The handling unit signs for a ticket dispatched to it (签收)" })
  signTicket(
    @Arg("number", () => String, { description: "Ticket number (工单编号)" }) number: string,
    @Arg("idempotencyKey", () => String, {
      description: "New for every intended effect; the same key has one effect (幂等键)",
    })
    idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return context.tickets.change("signTicket", { number, idempotencyKey }, actor, (ticket) =>
      signTicket(ticket, actor),
    );
  }
}
