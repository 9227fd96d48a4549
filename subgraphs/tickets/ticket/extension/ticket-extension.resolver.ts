import { Arg, Ctx, Int, Mutation, Resolver } from "type-graphql";
import { actorOf } from "../../../shared/move.ts";
import { unfit } from "../../../shared/refusal.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { refuse } from "../../tickets.errors.ts";
import { written } from "../../written.ts";
import { extended } from "../ticket.deadline.ts";
import { Ticket } from "../ticket.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { addExtension, decideExtensionTurn, pendingExtension } from "../ticket-turn.store.ts";
import { askExtension, decideExtension } from "./extension.lifecycle.ts";

/** A longer limit: asked for by the unit, decided by the centre. */
@Resolver(() => Ticket)
export class TicketExtensionResolver {
  @Mutation(() => Ticket, {
    description: "The handling unit asks for a longer limit, before it is used up (申请延期)",
  })
  extendTicket(
    @NumberArg() number: string,
    @Arg("days", () => Int, { description: "Days beyond the limit, 1 to 30 (申请延长天数)" }) days: number,
    @Arg("reason", () => String, { description: "Why (延期理由)" }) reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const { unit: unitCode } = actor.principal;
    if (days < 1 || days > 30) {
      throw unfit("ZY-17", "days", { en: "1 to 30", zh: "应为 1 至 30", minimum: 1, maximum: 30 });
    }
    const asked = { days, reason: written("reason", reason) };
    return change(
      context,
      "extendTicket",
      { number, idempotencyKey, ...asked },
      actor,
      async (ticket, transaction) => {
        const pending = (await pendingExtension(transaction, ticket)) !== null;
        return askExtension(ticket, { days, pending }, actor);
      },
      (transaction, ticket) => addExtension(transaction, ticket, { unitCode, ...asked }, actor.at),
    );
  }

  @Mutation(() => Ticket, {
    description: "The centre grants or refuses the longer limit asked for (延期审核)",
  })
  async decideExtension(
    @NumberArg() number: string,
    @Arg("granted", () => Boolean, { description: "Granted or refused (是否同意)" }) granted: boolean,
    @Arg("grounds", () => String, { description: "Why (审核意见)" }) grounds: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const given = { grounds: written("grounds", grounds) };
    return change(
      context,
      "decideExtension",
      { number, idempotencyKey, granted, ...given },
      actor,
      async (ticket, transaction) => {
        const asked = await pendingExtension(transaction, ticket);
        const move = decideExtension(
          ticket,
          { granted, dueAt: extended(ticket.dueAt, asked?.days ?? 0) },
          actor,
        );
        if (!asked) throw refuse("EXTENSION_NOT_ASKED", { number });
        const decidedByUnitCode = actor.principal.unit;
        await decideExtensionTurn(transaction, asked, {
          granted,
          ...given,
          decidedByUnitCode,
          decidedAt: actor.at,
        });
        return move;
      },
    );
  }
}
