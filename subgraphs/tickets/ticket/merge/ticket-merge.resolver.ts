import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../../shared/move.ts";
import { followTrend, lockTrend } from "../../class-problem/trend.store.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { Ticket } from "../ticket.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { lockTickets, redirectMerged, takeIn } from "../ticket-turn.store.ts";
import { mergeTicket } from "./merge.lifecycle.ts";

/** Two tickets about one matter become one. */
@Resolver(() => Ticket)
export class TicketMergeResolver {
  @Mutation(() => Ticket, {
    description:
      "The centre lets a ticket go on in another about the same matter; both callers are kept. Answers with the merged one (并单, KF-5)",
  })
  mergeTickets(
    @NumberArg() number: string,
    @Arg("into", () => String, { description: "Number of the ticket that goes on (并入工单)" }) into: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const { tickets } = context;
    let survivor: Ticket | undefined;
    return change(
      context,
      "mergeTickets",
      { number, idempotencyKey, into },
      actor,
      async (ticket, transaction) => {
        await lockTrend(transaction, await tickets.one(into, transaction));
        await lockTickets(transaction, [number, into]);
        survivor = await tickets.one(into, transaction);
        return mergeTicket(ticket, survivor, actor);
      },
      async (transaction, ticket) => {
        await redirectMerged(transaction, ticket);
        if (survivor)
          await followTrend(transaction, await takeIn(transaction, survivor, ticket, actor), actor);
      },
    );
  }
}
