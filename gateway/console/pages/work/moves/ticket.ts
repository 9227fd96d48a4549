import { movesOf } from "../../../parts/moves/move.ts";
import type { Holder } from "../../../session/holder.ts";
import type { WorkTicketFragment } from "../lists/tickets.graphql.ts";

export type Ticket = WorkTicketFragment;
export type State = Ticket["state"];

export const ticketMove = movesOf<Ticket>();

/** States of a ticket, as its lifecycle groups them. */
export const underway: readonly State[] = ["IN_PROGRESS", "EXTENDED", "SUPERVISED"];
export const notYetSent: readonly State[] = ["RECEIVED", "VERIFIED", "MATCHED", "RETURNED", "REOPENED"];
export const withUnit: readonly State[] = ["DISPATCHED", "SIGNED", ...underway, "WHISTLED"];
/** Nobody has been answered yet: the limit counts. */
export const unanswered: readonly State[] = [...notYetSent, ...withUnit, "HANDLED"];

export const isIn = ({ state }: Ticket, states: readonly State[]): boolean => states.includes(state);

/** More time the unit asked for and nobody decided on yet. */
export const pendingExtension = ({ extensions }: Ticket) => extensions.find((each) => !each.decidedAt);

/** The task of the holder's own unit that is still to be done, where a ticket was split among several. */
export const ownTask = ({ tasks }: Ticket, { unit }: Holder) =>
  tasks.find((each) => each.unit?.code === unit && !each.doneAt && !each.releasedAt);
