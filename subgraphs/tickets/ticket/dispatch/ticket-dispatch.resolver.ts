import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { sealed } from "../../../shared/asking.ts";
import { dayOf } from "../../../shared/calendar.ts";
import { refuse as refuseShared } from "../../../shared/errors.ts";
import { actorOf } from "../../../shared/move.ts";
import { followTrend, lockTrend } from "../../class-problem/trend.store.ts";
import { askDispatchVerdict, askMatch } from "../../departments.ts";
import { limitInForce } from "../../limit/time-limit.store.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { refuse } from "../../tickets.errors.ts";
import { written } from "../../written.ts";
import { Ticket } from "../ticket.ts";
import { MatchTicketInput } from "../ticket-inputs.ts";
import { change, KeyArg, NumberArg } from "../ticket-move.ts";
import { addDispatch, closeDispatch } from "../ticket-turn.store.ts";
import { byTheLists } from "./by-the-lists.ts";
import { dispatchTicket, matchTicket, requireMatchable, returnTicket } from "./dispatch.lifecycle.ts";

/** A ticket is matched, sent to a unit, and sent back by it. */
@Resolver(() => Ticket)
export class TicketDispatchResolver {
  @Mutation(() => Ticket, {
    description:
      "The centre matches it: the lists of the day name item and body, unless the item is given (权责匹配, PG-4, PG-5)",
  })
  async matchTicket(
    @NumberArg() number: string,
    @Arg("input", () => MatchTicketInput, { description: "By which matter or item (匹配依据)" }) {
      matter,
      item,
      limit,
    }: MatchTicketInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const { tickets, graph, at } = context;
    const actor = actorOf(context);
    const on = dayOf(at);
    const [known] = await tickets.byNumbers([number]);
    const division = known?.divisionCode;
    const match = await sealed(
      item || !division ? Promise.resolve(null) : askMatch(graph, { matter, division, on }),
    );
    return change(
      context,
      "matchTicket",
      { number, idempotencyKey, matter, item, limit },
      actor,
      async (ticket, transaction) => {
        requireMatchable(ticket, actor);
        if (ticket.version !== known?.version) throw refuseShared("CONFLICT", { subject: number });
        const named = match();
        if (!named && !item) throw refuse("NOTHING_MATCHES", { matter, division: ticket.divisionCode, on });
        const matched = {
          matterCode: matter,
          itemCode: item ?? named?.item?.code ?? null,
          listId: named?.listId ?? null,
          listVersion: named?.listVersion ?? null,
          matchedOn: on,
          unitCode: named?.unit?.code ?? null,
        };
        const { districtCode, limitName, limitVersion, dueAt, receivedAt } = ticket;
        const limited =
          limit && limit !== limitName
            ? await limitInForce(transaction, districtCode, limit, receivedAt)
            : { limitName, limitVersion, dueAt };
        await lockTrend(transaction, ticket);
        return matchTicket(ticket, matched, limited, actor);
      },
      (transaction, ticket) => followTrend(transaction, ticket, actor),
    );
  }

  @Mutation(() => Ticket, {
    description:
      "The centre sends it to a unit, if the lists in force today allow it: otherwise OFF_LIST, NOT_ACCESS_ITEM and the like, and responsibility stays (派单, GZ-7, GZ-8, GZ-9)",
  })
  async dispatchTicket(
    @NumberArg() number: string,
    @Arg("unit", () => String, {
      nullable: true,
      description: "Unit code; absent: the unit the lists named (派往单位)",
    })
    unit: string | undefined,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const { tickets, graph, at } = context;
    const actor = actorOf(context);
    const [known] = await tickets.byNumbers([number]);
    const to = unit ?? known?.matchedUnitCode;
    const question = known?.matterCode &&
      to && { unit: to, item: known.itemCode, matter: known.matterCode, on: dayOf(at) };
    const verdict = await sealed(question ? askDispatchVerdict(graph, question) : Promise.resolve(null));
    return byTheLists(context, actor, idempotencyKey, (requireListed) =>
      change(
        context,
        "dispatchTicket",
        { number, idempotencyKey, unit },
        actor,
        (ticket) => {
          if (!to) throw refuse("NO_UNIT_TO_DISPATCH", { number });
          // The state and the post come first: who may not dispatch is not told what the lists say.
          const move = dispatchTicket(ticket, { unit: to }, actor);
          const judged = ticket.version === known?.version ? verdict() : null;
          if (!judged || !question) throw refuseShared("CONFLICT", { subject: number });
          requireListed(judged, { ...question, number });
          return move;
        },
        (transaction, ticket) => {
          const { listId = null, listVersion = null, byContract = true } = verdict() ?? {};
          return addDispatch(
            transaction,
            ticket,
            { unitCode: to ?? "", listId, listVersion, byContract },
            at,
          );
        },
      ),
    );
  }

  @Mutation(() => Ticket, { description: "The handling unit sends it back before it has begun (退单)" })
  returnTicket(
    @NumberArg() number: string,
    @Arg("grounds", () => String, { description: "Why it is not the unit's (退单理由)" }) grounds: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const actor = actorOf(context);
    const given = { grounds: written("grounds", grounds) };
    return change(
      context,
      "returnTicket",
      { number, idempotencyKey, ...given },
      actor,
      (ticket) => returnTicket(ticket, actor),
      (transaction, ticket) => closeDispatch(transaction, ticket, { ...given, at: actor.at }),
    );
  }
}
