import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../../shared/move.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { written } from "../../written.ts";
import { Ticket } from "../ticket.ts";
import { CaseLeaderInput } from "../ticket-inputs.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { addSupervision } from "../ticket-turn.store.ts";
import { assignCaseLeader, superviseTicket } from "./supervision.lifecycle.ts";

/** Leaders press a case, or take it. */
@Resolver(() => Ticket)
export class TicketSupervisionResolver {
  @Mutation(() => Ticket, { description: "A leader or the centre presses the handling unit (督办, ZY-18)" })
  superviseTicket(
    @NumberArg() number: string,
    @Arg("instruction", () => String, { description: "What the unit is to do (督办意见)" })
    instruction: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const given = { instruction: written("instruction", instruction) };
    return change(
      context,
      "superviseTicket",
      { number, idempotencyKey, ...given },
      actor,
      (ticket) => superviseTicket(ticket, actor),
      (transaction, ticket) =>
        addSupervision(transaction, ticket, { supervisorUnitCode: actor.principal.unit, ...given }, actor.at),
    );
  }

  @Mutation(() => Ticket, {
    description: "A leader takes the case personally, or names who does (包案, PG-7)",
  })
  assignCaseLeader(
    @NumberArg() number: string,
    @Arg("leader", () => CaseLeaderInput, { description: "Who takes it (包案领导)" }) leader: CaseLeaderInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    return change(context, "assignCaseLeader", { number, idempotencyKey, ...leader }, actor, (ticket) =>
      assignCaseLeader(ticket, leader, actor),
    );
  }
}
