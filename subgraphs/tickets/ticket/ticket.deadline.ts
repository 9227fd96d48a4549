import type { Ticket } from "./ticket.ts";
import { TicketState } from "./ticket-state.ts";

const DAY = 24 * 60 * 60 * 1000;

/** States in which nobody waits for an answer on this ticket. */
export const withoutAnswer: readonly TicketState[] = [TicketState.REJECTED, TicketState.MERGED];

/** 超期: still unanswered though its limit is used up. Computed, never stored. */
export const isOverdue = ({ state, feedbackAt, dueAt }: Ticket, at: Date): boolean =>
  feedbackAt === null && !withoutAnswer.includes(state) && at >= dueAt;

/** 延期: the limit as it stands, and so many days more. */
export const extended = (dueAt: Date, days: number): Date => new Date(dueAt.getTime() + days * DAY);
