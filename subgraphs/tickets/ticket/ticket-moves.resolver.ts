import { Arg, Ctx, Int, Mutation, Resolver } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { GridCode } from "../../shared/scalars.ts";
import { followTrend, lockTrend } from "../class-problem/trend.store.ts";
import { gridExists, readEstateCode } from "../demand/place.ts";
import { askDispatchVerdict, askMatch, requireAllowed } from "../departments.ts";
import { limitInForce } from "../limit/time-limit.store.ts";
import { requireMediated } from "../mediation/mediation.lifecycle.ts";
import { openMediationOf } from "../mediation/mediation.store.ts";
import { openTasks } from "../ticket-task/ticket-task.store.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { refuse } from "../tickets.errors.ts";
import { written } from "../written.ts";
import { extended } from "./ticket.deadline.ts";
import {
  archiveTicket,
  askExtension,
  assignCaseLeader,
  decideExtension,
  dispatchTicket,
  giveFeedback,
  handleTicket,
  ledgerTicket,
  locateTicket,
  matchTicket,
  mergeTicket,
  rejectTicket,
  reopenTicket,
  requireMatchable,
  returnTicket,
  signTicket,
  startTicket,
  strikeOffTicket,
  superviseTicket,
  verifyTicket,
} from "./ticket.lifecycle.ts";
import { Ticket } from "./ticket.ts";
import { CaseLeaderInput, HandleTicketInput, MatchTicketInput, VerifyTicketInput } from "./ticket-inputs.ts";
import {
  addDispatch,
  addExtension,
  addSupervision,
  closeDispatch,
  decideExtensionTurn,
  lockTickets,
  pendingExtension,
  redirectMerged,
  takeIn,
} from "./ticket-turn.store.ts";

const NumberArg = () => Arg("number", () => String, { description: "Ticket number (工单编号)" });

const KeyArg = () =>
  Arg("idempotencyKey", () => String, {
    description: idempotencyKeyDescription,
  });

/** Every change of a ticket a person can ask for. Who may do what, and when, is `ticket.lifecycle.ts`. */
@Resolver(() => Ticket)
export class TicketMovesResolver {
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
    return change(
      context,
      "dispatchTicket",
      { number, idempotencyKey, unit },
      actor,
      (ticket) => {
        if (!to) throw refuse("NO_UNIT_TO_DISPATCH", { number });
        // The state and the post come first: who may not dispatch is not told what the lists say.
        const move = dispatchTicket(ticket, { unit: to }, actor);
        const judged = ticket.version === known?.version ? verdict() : null;
        if (!judged) throw refuseShared("CONFLICT", { subject: number });
        requireAllowed(judged, { number, unit: to });
        return move;
      },
      (transaction, ticket) => {
        const { listId = null, listVersion = null, byContract = true } = verdict() ?? {};
        return addDispatch(transaction, ticket, { unitCode: to ?? "", listId, listVersion, byContract }, at);
      },
    );
  }

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
      throw refuseShared("BAD_INPUT", { field: "days", problem: "1 to 30", problemZh: "应为 1 至 30" });
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

/** Carries a move out. What the rest of the request selects is read after it. */
async function change(
  context: TicketsContext,
  ...move: Parameters<TicketsContext["tickets"]["change"]>
): Promise<Ticket> {
  const moved = await context.tickets.change(...move);
  context.reread();
  return moved;
}
