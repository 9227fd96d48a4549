import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { askDispatchVerdict } from "../departments.ts";
import { Matter, PowerItem, Unit } from "../references.ts";
import { byTheLists } from "../ticket/dispatch/by-the-lists.ts";
import { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { written } from "../written.ts";
import { completeTask, maximumTasks, releaseTask, signTask, splitTicket } from "./ticket-task.lifecycle.ts";
import { addTasks, tasksOf } from "./ticket-task.store.ts";
import { TicketTask } from "./ticket-task.ts";
import { TicketTaskInput } from "./ticket-task-input.ts";

const NumberArg = () => Arg("number", () => String, { description: "Ticket number (工单编号)" });
const OrdinalArg = () =>
  Arg("ordinal", () => Int, { description: "Which task of the ticket, from 1 (序号)" });
const KeyArg = () => Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription });

type ChangeTask = Parameters<TicketsContext["tickets"]["changeTask"]>;

@Resolver(() => Ticket)
export class TicketTasksResolver {
  @Mutation(() => Ticket, {
    description:
      "The centre gives several units a task each, if the lists in force today allow it; the ticket stays with its handling unit (分解流转, ZY-16, GZ-8)",
  })
  async splitTicket(
    @NumberArg() number: string,
    @Arg("tasks", () => [TicketTaskInput], {
      description: "Who does what, at most 10 open at once (分解任务)",
    })
    tasks: TicketTaskInput[],
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const { tickets, graph, at } = context;
    const actor = actorOf(context);
    const given = tasks.map(({ unit, matter, item, task }, index) => ({
      unitCode: unit,
      matterCode: matter,
      itemCode: item ?? null,
      task: written(`tasks.${index}.task`, task, 2_000),
    }));
    const on = dayOf(at);
    const verdicts = await sealed(
      Promise.all(
        // Of more than may be given nothing need be known.
        given
          .slice(0, maximumTasks)
          .map(({ unitCode: unit, matterCode: matter, itemCode: item }) =>
            askDispatchVerdict(graph, { unit, matter, item, on }),
          ),
      ),
    );
    const ticket = await byTheLists(context, actor, idempotencyKey, (requireListed) =>
      tickets.change(
        "splitTicket",
        { number, idempotencyKey, tasks: given },
        actor,
        async (ticket, transaction) => {
          // The state and the post come first: who may not split is not told what the lists say.
          const move = splitTicket(ticket, await tasksOf(transaction, ticket), given, actor);
          for (const [index, { unitCode, matterCode, itemCode }] of given.entries()) {
            const verdict = verdicts()[index];
            if (!verdict) throw refuseShared("CONFLICT", { subject: number });
            requireListed(verdict, { number, unit: unitCode, matter: matterCode, item: itemCode });
          }
          return move;
        },
        (transaction, ticket) =>
          addTasks(
            transaction,
            ticket,
            verdicts().map(({ listId, listVersion, byContract }, index) => {
              const task = given[index];
              if (!task) throw refuseShared("CONFLICT", { subject: number });
              return { ...task, listId, listVersion, byContract };
            }),
            at,
          ),
      ),
    );
    context.reread();
    return ticket;
  }

  @Mutation(() => Ticket, { description: "The unit signs for its task (任务签收)" })
  signTask(
    @NumberArg() number: string,
    @OrdinalArg() ordinal: number,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    return changed(context, "signTask", { number, ordinal, idempotencyKey }, signTask);
  }

  @Mutation(() => Ticket, {
    description:
      "The unit reports its task done. Once all are, the handling unit declares the whole (任务完成)",
  })
  completeTask(
    @NumberArg() number: string,
    @OrdinalArg() ordinal: number,
    @Arg("result", () => String, { description: "What came of it, at most 4000 characters (办理结果)" })
    result: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const told = written("result", result);
    return changed(
      context,
      "completeTask",
      { number, ordinal, idempotencyKey, result: told },
      (ticket, task, actor) => completeTask(ticket, task, told, actor),
    );
  }

  @Mutation(() => Ticket, {
    description:
      "The unit sends its task back, or the centre takes it away; another may be given it (退回、撤回)",
  })
  releaseTask(
    @NumberArg() number: string,
    @OrdinalArg() ordinal: number,
    @Arg("reason", () => String, { description: "Why (理由)" }) reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Ticket> {
    const told = written("reason", reason);
    return changed(
      context,
      "releaseTask",
      { number, ordinal, idempotencyKey, reason: told },
      (ticket, task, actor) => releaseTask(ticket, task, told, actor),
    );
  }

  @FieldResolver(() => [TicketTask], {
    description: "What of it was given to whom, in order; empty when one unit does it all (分解任务, ZY-16)",
  })
  tasks(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<TicketTask[]> {
    return load.tasksOfTicket.load(number);
  }
}

/** Carries a move of one task out. What the rest of the request selects is read after it. */
async function changed(
  context: TicketsContext,
  mutation: string,
  request: ChangeTask[1],
  decide: ChangeTask[3],
): Promise<Ticket> {
  const ticket = await context.tickets.changeTask(mutation, request, actorOf(context), decide);
  context.reread();
  return ticket;
}

@Resolver(() => TicketTask)
export class TicketTaskResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who does it; null only when it cannot be looked up (承办单位)",
  })
  unit(@Root() { unitCode }: TicketTask): Unit {
    return { code: unitCode };
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "Its matter; null only when it cannot be looked up (事项)",
  })
  matter(@Root() { matterCode }: TicketTask): Matter {
    return { code: matterCode };
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description:
      "The power or duty item it is done by; null: by the catalogue or by contract (职权事项, PG-5)",
  })
  item(@Root() { itemCode }: TicketTask): PowerItem | null {
    return itemCode ? { code: itemCode } : null;
  }
}
