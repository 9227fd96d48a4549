import { actorOf } from "../../shared/move.ts";
import type { SubgraphDefinition } from "../../shared/subgraph.ts";
import { MediationStore } from "../mediation/mediation.store.ts";
import { mediateStep } from "../mediation/mediator.deadline.ts";
import { TicketStore } from "../ticket/ticket.store.ts";
import { WhistleMoveStore } from "../whistle/whistle-moves.store.ts";
import { dueReminders } from "./reminder.store.ts";
import { answerStep, readKey } from "./reminder.ts";

/** Rings for every reminder as it falls due; what ran out is escalated with the reminder at its limit. */
export const reminderAlarms: SubgraphDefinition<unknown>["timers"] = {
  due: ({ manager }, at) => dueReminders(manager, at),
  async ring(key, { database, principal, at }) {
    const reminder = readKey(key);
    const actor = actorOf({ principal, at });
    if (reminder.step === answerStep) await new TicketStore(database, principal).remind(reminder, actor);
    else if (reminder.step === mediateStep)
      await new MediationStore(database, principal).remind(reminder, actor);
    else await new WhistleMoveStore(database, principal).remind(reminder, actor);
  },
};
