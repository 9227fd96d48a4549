import { type EntityManager, In } from "typeorm";
import { refuse } from "../../shared/errors.ts";
import { districtOf } from "../../shared/principal.ts";
import type { DispatchVerdict } from "../departments.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { GivenTask } from "./ticket-task.lifecycle.ts";
import { isOpen, TicketTask } from "./ticket-task.ts";

export const tasksOfTickets = (manager: EntityManager, numbers: readonly string[]): Promise<TicketTask[]> =>
  manager.find(TicketTask, {
    where: { districtCode: In(numbers.map(districtOf)), ticketNumber: In([...numbers]) },
    order: { ticketNumber: "ASC", ordinal: "ASC" },
  });

const keyOf = ({ districtCode, number }: Ticket) => ({ districtCode, ticketNumber: number });

export const tasksOf = (transaction: EntityManager, ticket: Ticket): Promise<TicketTask[]> =>
  transaction.find(TicketTask, { where: keyOf(ticket), order: { ordinal: "ASC" } });

export async function openTasks(transaction: EntityManager, ticket: Ticket): Promise<TicketTask[]> {
  return (await tasksOf(transaction, ticket)).filter(isOpen);
}

export async function taskOf(
  transaction: EntityManager,
  ticket: Ticket,
  ordinal: number,
): Promise<TicketTask> {
  const task = await transaction.findOneBy(TicketTask, { ...keyOf(ticket), ordinal });
  if (task) return task;
  throw refuse("NOT_FOUND", { kind: "task", kindZh: "分解任务", id: `${ticket.number}/${ordinal}` });
}

/** The ticket's version was found unchanged in this transaction, so nobody else is adding one. */
export async function addTasks(
  transaction: EntityManager,
  ticket: Ticket,
  given: readonly (GivenTask & Pick<DispatchVerdict, "listId" | "listVersion" | "byContract">)[],
  assignedAt: Date,
): Promise<void> {
  const earlier = await transaction.countBy(TicketTask, keyOf(ticket));
  await transaction.insert(
    TicketTask,
    given.map((task, index) => ({ ...task, ...keyOf(ticket), ordinal: earlier + index + 1, assignedAt })),
  );
}

export const updateTask = (
  transaction: EntityManager,
  ticket: Ticket,
  ordinal: number,
  change: Partial<TicketTask>,
): Promise<unknown> => transaction.update(TicketTask, { ...keyOf(ticket), ordinal }, change);
