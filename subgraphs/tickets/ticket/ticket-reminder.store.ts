import type { EntityManager } from "typeorm";
import { unitOfLimit } from "../limit/time-limit.store.ts";
import { type Notice, planReminders } from "../reminder/reminder.store.ts";
import { ReminderMoment } from "../reminder/reminder.ts";
import { awaitsAnswer, isOverdue, remindedLimit } from "./ticket.deadline.ts";
import type { Ticket } from "./ticket.ts";

/** A ticket as far as its limit goes. */
export type Limited = Pick<
  Ticket,
  "districtCode" | "number" | "state" | "feedbackAt" | "limitName" | "limitVersion" | "dueAt"
>;

/** Plans the reminders of a ticket's limit, from the instant that set it. */
export async function planAnswer(transaction: EntityManager, ticket: Limited, at: Date): Promise<void> {
  const unit = await unitOfLimit(transaction, ticket);
  await planReminders(transaction, ticket.number, [remindedLimit(ticket, { unit, since: at })], at);
}

/** What a move changed about the limit: where it did not, the plan stands. */
export const limitMoved = (before: Limited, after: Limited): boolean =>
  before.dueAt.getTime() !== after.dueAt.getTime() || awaitsAnswer(before) !== awaitsAnswer(after);

/** 提醒: what a ticket's reminder says, and to whom: to the centre until a unit has it. Null when it was answered. */
export function remindOf(ticket: Ticket, moment: ReminderMoment, at: Date): Notice | null {
  const {
    number: subject,
    districtCode,
    handlingUnitCode,
    limitName,
    dueAt,
    divisionCode: division,
  } = ticket;
  if (moment === ReminderMoment.LIMIT ? !isOverdue(ticket, at) : !awaitsAnswer(ticket)) return null;
  const to = [handlingUnitCode ?? `${districtCode}-COMMAND-CENTRE`];
  return { subject, kind: "TICKET_REMINDED", to, payload: { limit: limitName, dueAt, division } };
}
