import type { Actor, Move } from "../../../../subgraphs/shared/move.ts";
import type { Principal } from "../../../../subgraphs/shared/principal.ts";
import type { Dispatch } from "../../../../subgraphs/tickets/ticket/dispatch/dispatch.ts";
import type { Extension } from "../../../../subgraphs/tickets/ticket/extension/extension.ts";
import type { Supervision } from "../../../../subgraphs/tickets/ticket/supervision/supervision.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import type { Instant } from "../office-clock.ts";
import { type Official, principalOf } from "../officials.ts";
import { type CallBackRow, type LogRow, logRow } from "./ticket-story.ts";

/**
 * A ticket's history as it is told so far: every move goes through the ticket's own lifecycle, so one that it would refuse
 * cannot be told.
 */
export class TicketTelling {
  readonly dispatches: Dispatch[] = [];
  readonly extensions: Extension[] = [];
  readonly supervisions: Supervision[] = [];
  readonly callBacks: CallBackRow[] = [];
  readonly log: LogRow[] = [];
  readonly ticket: Ticket;
  now: Instant;

  constructor(received: Ticket, intake: Principal, at: Instant) {
    this.ticket = received;
    this.now = at;
    const { divisionCode: division, channelCode: channel, function: worked } = received;
    const payload = { division, matter: null, channel, function: worked };
    this.log.push(
      logRow(
        received.number,
        { kind: "TICKET_RECEIVED", payload },
        { principal: intake, at: received.receivedAt },
      ),
    );
  }

  /** Goes on to an instant, and no less than a second. */
  *until(at: Instant): Generator<Instant> {
    this.now = Math.round(Math.max(at, this.now + 1_000));
    yield this.now;
  }

  move(decide: (ticket: Ticket, actor: Actor) => Move<Ticket>, official: Official): void {
    this.act(this.now, principalOf(official), decide);
  }

  act(at: Instant, principal: Principal, decide: (ticket: Ticket, actor: Actor) => Move<Ticket>): void {
    const actor = { principal, at: new Date(at) };
    const move = decide(this.ticket, actor);
    Object.assign(this.ticket, move.change);
    this.ticket.version++;
    this.log.push(logRow(this.ticket.number, move, actor));
  }

  actor(principal: Principal): Actor {
    return { principal, at: new Date(this.now) };
  }

  /** The key of one more sending, question or pressing. */
  turn(turns: readonly unknown[]) {
    const { districtCode, number: ticketNumber } = this.ticket;
    return { districtCode, ticketNumber, turn: turns.length + 1 };
  }
}
