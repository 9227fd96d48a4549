import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { sealed } from "../../../shared/asking.ts";
import { refuse as refuseShared } from "../../../shared/errors.ts";
import { actorOf } from "../../../shared/move.ts";
import { GridCode } from "../../../shared/scalars.ts";
import { followTrend, lockTrend } from "../../class-problem/trend.store.ts";
import { gridExists, readEstateCode } from "../../demand/place.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { written } from "../../written.ts";
import { Ticket } from "../ticket.ts";
import { VerifyTicketInput } from "../ticket-inputs.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { locateTicket, rejectTicket, verifyTicket } from "./intake.lifecycle.ts";

/** Whether and where a ticket is taken on. Who may do what, and when, is `intake.lifecycle.ts`. */
@Resolver(() => Ticket)
export class TicketIntakeResolver {
  @Mutation(() => Ticket, { description: "The community checks on site before anything else (核实, KF-7)" })
  verifyTicket(
    @NumberArg() number: string,
    @Arg("input", () => VerifyTicketInput, { description: "What was found on site (核实情况)" }) {
      findings,
      communityCanSolve,
    }: VerifyTicketInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const found = { findings: written("input.findings", findings), communityCanSolve };
    return change(context, "verifyTicket", { number, idempotencyKey, ...found }, actor, (ticket) =>
      verifyTicket(ticket, found, actor),
    );
  }

  @Mutation(() => Ticket, {
    description: 'Clears a "no grid yet", or corrects a wrong place (定位, BJ-12)',
  })
  async locateTicket(
    @NumberArg() number: string,
    @Arg("gridCode", () => GridCode, { description: "Grid it lies in (所在网格)" }) gridCode: string,
    @Arg("estateCode", () => String, { nullable: true, description: "Its estate; absent: none (所在小区)" })
    estateCode: string | undefined,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const located = { gridCode, estateCode: estateCode ? readEstateCode(estateCode) : null };
    const known = await sealed(gridExists(context.graph, gridCode));
    return change(
      context,
      "locateTicket",
      { number, idempotencyKey, ...located },
      actor,
      async (ticket, transaction) => {
        const move = locateTicket(ticket, located, actor);
        await lockTrend(transaction, ticket);
        if (!known()) throw refuseShared("NOT_FOUND", { kind: "grid", kindZh: "网格", id: gridCode });
        return move;
      },
      (transaction, ticket) => followTrend(transaction, ticket, actor),
    );
  }

  @Mutation(() => Ticket, {
    description: "The centre does not take it on: not real, or outside every duty (不予受理)",
  })
  rejectTicket(
    @NumberArg() number: string,
    @Arg("grounds", () => String, { description: "Why, as the demander is told (理由)" }) grounds: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const given = { grounds: written("grounds", grounds) };
    return change(context, "rejectTicket", { number, idempotencyKey, ...given }, actor, (ticket) =>
      rejectTicket(ticket, given, actor),
    );
  }
}
