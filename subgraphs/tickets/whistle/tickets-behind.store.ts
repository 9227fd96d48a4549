import { type EntityManager, In } from "typeorm";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { Ticket } from "../ticket/ticket.ts";
import { TicketState } from "../ticket/ticket-state.ts";
import { arriveForTicket, resumeTicket, whistleTicket } from "../ticket/whistled/whistled.lifecycle.ts";
import { Whistle } from "./whistle.ts";
import { atWork, open, WhistleState } from "./whistle-state.ts";
import { WhistleTicket } from "./whistle-ticket.ts";

/** What a whistle's move means for the tickets behind it. */
export type TicketEffect = "WHISTLED" | "ARRIVED" | "RESUMED";

/** The units are at work, or the blower's word is awaited: the ticket stays whistled. */
const holding: readonly WhistleState[] = [...atWork, WhistleState.RESOLVED];

/** Locks tickets in one order, so that two whistles about the same ones wait for each other instead of blocking. */
export async function lockTickets(transaction: EntityManager, numbers: readonly string[]): Promise<Ticket[]> {
  if (numbers.length === 0) return [];
  return transaction
    .createQueryBuilder(Ticket, "ticket")
    .where({ districtCode: In(numbers.map(districtOf)), number: In([...numbers]) })
    .orderBy("ticket.number")
    .setLock("pessimistic_write")
    .getMany();
}

/** Open whistles behind tickets, whoever may see them: a second one of the same level is refused. */
export async function openBehind(
  manager: EntityManager,
  ticketNumbers: readonly string[],
): Promise<{ whistle: Whistle; ticket: string }[]> {
  if (ticketNumbers.length === 0) return [];
  const links = await manager.findBy(WhistleTicket, {
    districtCode: In(ticketNumbers.map(districtOf)),
    ticketNumber: In([...ticketNumbers]),
  });
  if (links.length === 0) return [];
  const whistles = await manager.findBy(Whistle, {
    districtCode: In(links.map(({ districtCode }) => districtCode)),
    number: In(links.map(({ whistleNumber }) => whistleNumber)),
    state: In([...open]),
  });
  return links.flatMap(({ ticketNumber, whistleNumber }) =>
    whistles
      .filter(({ number }) => number === whistleNumber)
      .map((whistle) => ({ whistle, ticket: ticketNumber })),
  );
}

/** Moves the tickets along. One that another whistle still holds is not resumed: the last one lets it go. */
export async function moveTickets(
  transaction: EntityManager,
  { number: whistle }: Whistle,
  tickets: readonly Ticket[],
  effect: TicketEffect,
  actor: Actor,
): Promise<void> {
  const behind = await openBehind(
    transaction,
    tickets.map(({ number }) => number),
  );
  for (const ticket of tickets) {
    const held = behind.some((each) => each.ticket === ticket.number && holding.includes(each.whistle.state));
    const move = moveOf(ticket, effect, whistle, held, actor);
    if (move) await apply(transaction, Ticket, ticket, ticket.number, move, actor);
  }
}

function moveOf(
  ticket: Ticket,
  effect: TicketEffect,
  whistle: string,
  held: boolean,
  actor: Actor,
): Move<Ticket> | null {
  if (effect === "WHISTLED") return whistleTicket(ticket, { whistle }, actor);
  // Handled, merged or reopened meanwhile: the whistle's step is no step of that ticket any more.
  if (ticket.state !== TicketState.WHISTLED) return null;
  if (effect === "ARRIVED") return arriveForTicket(ticket, { whistle, unit: actor.principal.unit }, actor);
  return held ? null : resumeTicket(ticket, { whistle }, actor);
}
