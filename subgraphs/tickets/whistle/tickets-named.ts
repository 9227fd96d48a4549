import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { refuse } from "./whistle.errors.ts";

const maximumTickets = 200;

/** The tickets somebody names, as far as they may see them: one unseen is as good as none. */
export async function ticketsOf({ tickets }: TicketsContext, numbers: readonly string[]): Promise<Ticket[]> {
  if (numbers.length > maximumTickets || new Set(numbers).size < numbers.length) {
    throw refuse("WHISTLE_TOO_MANY_TICKETS", { asked: numbers.length, maximum: maximumTickets });
  }
  const seen = await tickets.byNumbers(numbers);
  const unseen = numbers.find((number) => !seen.some((ticket) => ticket.number === number));
  if (unseen) throw refuseShared("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: unseen });
  return seen;
}

export const matterOf = (tickets: readonly Ticket[]): string | null =>
  tickets.find(({ matterCode }) => matterCode !== null)?.matterCode ?? null;
