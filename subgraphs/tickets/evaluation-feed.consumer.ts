import type { EntityManager } from "typeorm";
import type { FeedConsumer } from "../shared/feed.ts";
import type { LogEntry } from "../shared/log-entry.ts";
import { type Actor, apply } from "../shared/move.ts";
import { districtOf, servicePrincipal } from "../shared/principal.ts";
import { callBackTicket } from "./ticket/closing/closing.lifecycle.ts";
import { legalFrom } from "./ticket/ticket.lifecycle.ts";
import { Ticket } from "./ticket/ticket.ts";
import type { TicketState } from "./ticket/ticket-state.ts";
import { followEvaluation } from "./whistle/whistle-evaluated.consumer.ts";

type Apply = (transaction: EntityManager, entry: LogEntry, actor: Actor) => Promise<void>;

/** What each entry of the evaluation's feed does here; the others are not ours to act on. */
const effects: Readonly<Record<string, Apply>> = {
  CALL_BACK_RECORDED: recordCallBack,
  WHISTLE_EVALUATED: followEvaluation,
};

/** Follows the evaluation: the demander's own word moves a ticket on (ZY-18). */
export const evaluationFeed: FeedConsumer = {
  feed: "evaluationFeed",
  async apply(transaction, entry) {
    await effects[entry.kind]?.(transaction, entry, { principal: servicePrincipal("tickets"), at: entry.at });
  },
};

/**
 * A call-back that reached nobody (无效回访) says nothing about the ticket, and one that comes after the ticket has
 * moved on changes nothing any more.
 */
async function recordCallBack(
  transaction: EntityManager,
  { subject: number, payload }: LogEntry,
  actor: Actor,
): Promise<void> {
  if (payload.valid === false) return;
  const ticket = await transaction.findOneBy(Ticket, { districtCode: districtOf(number), number });
  const awaited: readonly TicketState[] = legalFrom.callBack;
  if (!ticket || !awaited.includes(ticket.state)) return;
  const { solved, satisfaction } = payload;
  const word = {
    solved: solved === true,
    satisfaction: typeof satisfaction === "string" ? satisfaction : null,
  };
  const move = callBackTicket(ticket, word, actor);
  await apply(transaction, Ticket, ticket, number, move, actor);
}
