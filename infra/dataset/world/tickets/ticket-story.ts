import type { CallBack } from "../../../../subgraphs/evaluation/call-back/call-back.ts";
import type { Actor, Move } from "../../../../subgraphs/shared/move.ts";
import type { Position } from "../../../../subgraphs/shared/position.ts";
import type { Demand } from "../../../../subgraphs/tickets/demand/demand.ts";
import type { Dispatch } from "../../../../subgraphs/tickets/ticket/dispatch/dispatch.ts";
import type { Extension } from "../../../../subgraphs/tickets/ticket/extension/extension.ts";
import type { Supervision } from "../../../../subgraphs/tickets/ticket/supervision/supervision.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import type { WhistleStory } from "./whistle-story.ts";

/** A demand with its position as it was reported; where it is kept, it is kept in WGS84. */
export type DemandRow = Omit<Demand, "longitude" | "latitude"> & { readonly position: Position | null };

/** A call-back before the day it counts for is known, which the rates' rule in force decides. */
export type CallBackRow = Omit<CallBack, "countingDay">;

/** A line of the log that every move leaves (留痕, ZY-17). */
export interface LogRow {
  readonly subject: string;
  readonly kind: string;
  readonly at: Date;
  readonly actorPost: string;
  readonly actorUnit: string;
  readonly actorId: string;
  readonly payload: Record<string, unknown>;
}

/** A ticket with all that was done about it until the anchor day. */
export interface TicketStory {
  readonly demand: DemandRow;
  readonly ticket: Ticket;
  readonly dispatches: readonly Dispatch[];
  readonly extensions: readonly Extension[];
  readonly supervisions: readonly Supervision[];
  readonly callBacks: readonly CallBackRow[];
  readonly whistles: readonly WhistleStory[];
  /** Of the ticket and its whistles, in the order of time. */
  readonly log: readonly LogRow[];
}

export const logRow = (
  subject: string,
  { kind, payload = {} }: Pick<Move<object>, "kind" | "payload">,
  { principal, at }: Actor,
): LogRow => ({
  subject,
  kind,
  at,
  actorPost: principal.post,
  actorUnit: principal.unit,
  actorId: principal.id,
  payload,
});
