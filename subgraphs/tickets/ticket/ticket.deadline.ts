import type { LimitName } from "../limit/limit-name.ts";
import type { RemindedClock } from "../reminder/reminder.deadline.ts";
import { answerStep } from "../reminder/reminder.ts";
import type { Ticket } from "./ticket.ts";
import { TicketState } from "./ticket-state.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A limit chosen, and the instant by which it makes the ticket due. */
export interface Limited {
  readonly limitName: LimitName;
  readonly limitVersion: number;
  readonly dueAt: Date;
}

/** States in which nobody waits for an answer on this ticket. */
export const withoutAnswer: readonly TicketState[] = [TicketState.REJECTED, TicketState.MERGED];

/** 超期: still unanswered though its limit is used up. Computed, never stored. */
export const isOverdue = (ticket: Ticket, at: Date): boolean => awaitsAnswer(ticket) && at >= ticket.dueAt;

/** Whether somebody waits for an answer that is still to be given. */
export const awaitsAnswer = ({ state, feedbackAt }: Pick<Ticket, "state" | "feedbackAt">): boolean =>
  feedbackAt === null && !withoutAnswer.includes(state);

/** A ticket's limit as its reminders are planned by, counted from when this round of it began. */
export const remindedLimit = (
  ticket: Pick<Ticket, "state" | "feedbackAt" | "dueAt">,
  { unit, since }: { unit: RemindedClock["unit"]; since: Date },
): RemindedClock => ({
  step: answerStep,
  ordinal: 0,
  startedAt: since,
  dueAt: ticket.dueAt,
  unit,
  workingHours: [],
  standing: awaitsAnswer(ticket) ? "RUNNING" : "IDLE",
});

/** 延期: the limit as it stands, and so many days more. */
export const extended = (dueAt: Date, days: number): Date => new Date(dueAt.getTime() + days * DAY);
