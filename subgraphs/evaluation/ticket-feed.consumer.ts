import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { FeedConsumer } from "../shared/feed.ts";
import type { Actor } from "../shared/move.ts";
import { servicePrincipal } from "../shared/principal.ts";
import { addCallBackDue, endCallBackDue } from "./call-back/call-back-due.store.ts";
import {
  type Accusation,
  accusationFromMisuse,
  accusationsFromOverdue,
} from "./negative-list/negative-list.lifecycle.ts";
import { enterOnce } from "./negative-list/negative-list.store.ts";
import { evaluationsDue } from "./whistle-evaluation/whistle-evaluation.lifecycle.ts";
import { addEvaluationsDue } from "./whistle-evaluation/whistle-evaluation.store.ts";

const instant = z.coerce.date();
const reached = instant.nullish().transform((at) => at ?? null);

const confirmed = z.object({
  kind: z.string(),
  blower: z.string(),
  /** Absent from entries told before a kind could be graded by the centre: the blower grades. */
  evaluator: z.string().optional(),
  division: z.string(),
  participants: z.array(
    z.object({
      unit: z.string(),
      role: z.string(),
      signedAt: reached,
      arrivedAt: reached,
      measuresAt: reached,
    }),
  ),
});

const overdue = z.object({
  clock: z.string(),
  dueAt: instant,
  division: z.string(),
  late: z.array(z.object({ unit: z.string(), signed: z.boolean() })),
});

const ruledMisuse = z.object({ blower: z.string(), division: z.string() });

const feedbackGiven = z.object({ division: z.string(), handlingUnit: z.string() });

/**
 * What evaluation does about tickets and whistles: call-backs and grades fall due (PG-2, KF-15), and entries on the
 * negative list are proposed (KF-17).
 */
export const ticketFeed: FeedConsumer = {
  feed: "ticketFeed",
  async apply(transaction, entry) {
    const actor = { principal: servicePrincipal("evaluation"), at: entry.at };
    switch (entry.kind) {
      case "TICKET_FEEDBACK_GIVEN": {
        const told = { ticket: entry.subject, at: entry.at, ...feedbackGiven.parse(entry.payload) };
        return void (await addCallBackDue(transaction, told));
      }
      // Called back, as we told ourselves; or put into the ledger by the centre without asking.
      case "TICKET_LEDGERED":
        return void (await endCallBackDue(transaction, entry.subject));
      case "WHISTLE_CONFIRMED": {
        const told = confirmed.parse(entry.payload);
        const whistle = { number: entry.subject, ...told, evaluator: told.evaluator ?? told.blower };
        return addEvaluationsDue(transaction, whistle.number, evaluationsDue(whistle, entry.at), actor);
      }
      case "WHISTLE_OVERDUE": {
        const whistle = { number: entry.subject, ...overdue.parse(entry.payload) };
        return propose(transaction, actor, accusationsFromOverdue(whistle));
      }
      case "WHISTLE_RULED_MISUSE": {
        const whistle = { number: entry.subject, ...ruledMisuse.parse(entry.payload) };
        return propose(transaction, actor, [accusationFromMisuse(whistle)]);
      }
    }
  },
};

async function propose(
  transaction: EntityManager,
  actor: Actor,
  accusations: readonly Accusation[],
): Promise<void> {
  for (const accusation of accusations) await enterOnce(transaction, accusation, actor);
}
