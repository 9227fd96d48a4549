import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../../shared/move.ts";
import { requireMediated } from "../../mediation/mediation.lifecycle.ts";
import { openMediationOf } from "../../mediation/mediation.store.ts";
import { openTasks } from "../../ticket-task/ticket-task.store.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { written } from "../../written.ts";
import { Ticket } from "../ticket.ts";
import { HandleTicketInput } from "../ticket-inputs.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { giveFeedback, handleTicket, signTicket, startTicket } from "./handling.lifecycle.ts";

/** What the handling unit does with its ticket. */
@Resolver(() => Ticket)
export class TicketHandlingResolver {
  @Mutation(() => Ticket, { description: "The handling unit signs for a ticket dispatched to it (签收)" })
  signTicket(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "signTicket", { number, idempotencyKey }, actor, (ticket) =>
      signTicket(ticket, actor),
    );
  }

  @Mutation(() => Ticket, {
    description: "The handling unit begins, or begins again with a ledgered ticket (开始办理)",
  })
  startTicket(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "startTicket", { number, idempotencyKey }, actor, (ticket) =>
      startTicket(ticket, actor),
    );
  }

  @Mutation(() => Ticket, { description: "The handling unit declares it done, solved or not (办结)" })
  handleTicket(
    @NumberArg() number: string,
    @Arg("input", () => HandleTicketInput, { description: "What was done and what came of it (办理情况)" })
    input: HandleTicketInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const handling = { ...input, account: written("input.account", input.account) };
    return change(
      context,
      "handleTicket",
      { number, idempotencyKey, ...handling },
      actor,
      async (ticket, transaction) => {
        const move = handleTicket(ticket, handling, await openTasks(transaction, ticket), actor);
        requireMediated(ticket, await openMediationOf(transaction, ticket));
        return move;
      },
    );
  }

  @Mutation(() => Ticket, {
    description:
      "The handling unit answers: every demander behind the ticket reads the public reply (结果反馈)",
  })
  giveFeedback(
    @NumberArg() number: string,
    @Arg("publicReply", () => String, {
      nullable: true,
      description: "Absent: the reply given when it was handled (公开答复内容)",
    })
    publicReply: string | undefined,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "giveFeedback", { number, idempotencyKey, publicReply }, actor, (ticket) =>
      giveFeedback(ticket, { publicReply }, actor),
    );
  }
}
