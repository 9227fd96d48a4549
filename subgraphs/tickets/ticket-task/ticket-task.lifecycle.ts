import type { Actor, Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { requireCentre, requireState, speaksForUnit } from "../ticket/ticket.lifecycle.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { refuse } from "../tickets.errors.ts";
import { isOpen, type TicketTask } from "./ticket-task.ts";

export const maximumTasks = 10;

/** A task as the centre wants to give it. */
export type GivenTask = Pick<TicketTask, "unitCode" | "matterCode" | "itemCode" | "task">;

/** The change of one task, and what the ticket's log says of it. */
export interface TaskMove {
  readonly change: Partial<TicketTask>;
  readonly move: Move<Ticket>;
}

/** 分解流转: the centre gives several units a task each, while the ticket is with its handling unit (ZY-16). */
export function splitTicket(
  ticket: Ticket,
  earlier: readonly TicketTask[],
  given: readonly GivenTask[],
  actor: Actor,
): Move<Ticket> {
  const { number, districtCode } = ticket;
  requireState(ticket, "split");
  requireCentre(ticket, "split", actor);
  const open = earlier.filter(isOpen);
  if (given.length === 0 || open.length + given.length > maximumTasks) {
    throw refuse("TICKET_TASK_COUNT", {
      number,
      open: open.length,
      given: given.length,
      maximum: maximumTasks,
    });
  }
  const held = new Set(open.map(({ unitCode }) => unitCode));
  for (const { unitCode: unit } of given) {
    if (districtOf(unit) !== districtCode) throw refuse("UNIT_OF_ANOTHER_DISTRICT", { number, unit });
    if (held.has(unit)) throw refuse("TICKET_TASK_TWICE", { number, unit });
    held.add(unit);
  }
  return {
    change: {},
    kind: "TICKET_SPLIT",
    payload: {
      tasks: given.map(({ unitCode, matterCode, itemCode }) => ({
        unit: unitCode,
        matter: matterCode,
        item: itemCode,
      })),
    },
  };
}

/** 签收: the unit takes receipt of its task. */
export function signTask(ticket: Ticket, task: TicketTask, actor: Actor): TaskMove {
  requireOpen(ticket, task);
  requireUnit(task, actor);
  if (task.signedAt) throw refuse("TICKET_TASK_SIGNED", { ...named(task), at: task.signedAt.toISOString() });
  return { change: { signedAt: actor.at }, move: told("TICKET_TASK_SIGNED", task) };
}

/** 完成: what came of it. The whole is declared done by the handling unit, once every task is. */
export function completeTask(ticket: Ticket, task: TicketTask, result: string, actor: Actor): TaskMove {
  requireOpen(ticket, task);
  requireUnit(task, actor);
  if (!task.signedAt) throw refuse("TICKET_TASK_UNSIGNED", named(task));
  return { change: { doneAt: actor.at, result }, move: told("TICKET_TASK_DONE", task) };
}

/** 退回、撤回: the unit sends it back, or the centre takes it away; somebody else may then be given it. */
export function releaseTask(ticket: Ticket, task: TicketTask, reason: string, actor: Actor): TaskMove {
  requireOpen(ticket, task);
  if (!speaksForUnit(task.unitCode, actor)) requireCentre(ticket, "split", actor);
  return {
    change: { releasedAt: actor.at, releaseReason: reason },
    move: told("TICKET_TASK_RELEASED", task, { by: actor.principal.unit }),
  };
}

const named = ({ ticketNumber: number, ordinal, unitCode: unit }: TicketTask) => ({ number, ordinal, unit });

const told = (kind: string, { ordinal, unitCode }: TicketTask, more: object = {}): Move<Ticket> => ({
  change: {},
  kind,
  payload: { task: ordinal, unit: unitCode, ...more },
});

function requireOpen(ticket: Ticket, task: TicketTask): void {
  requireState(ticket, "split");
  if (!isOpen(task)) throw refuse("TICKET_TASK_OVER", named(task));
}

function requireUnit(task: TicketTask, actor: Actor): void {
  if (speaksForUnit(task.unitCode, actor)) return;
  const { post, unit: own } = actor.principal;
  throw refuse("NOT_THE_TASKS_UNIT", { ...named(task), post, own });
}
