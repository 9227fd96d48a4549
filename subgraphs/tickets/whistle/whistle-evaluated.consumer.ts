import type { EntityManager } from "typeorm";
import type { LogEntry } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { markEvaluated } from "./confirmation/confirmation.lifecycle.ts";
import { legalFrom } from "./whistle.lifecycle.ts";
import { WhistleMoveStore } from "./whistle-moves.store.ts";
import type { WhistleState } from "./whistle-state.ts";

/** Every responding unit is graded: the whistle is evaluated (KF-15). One that is not awaiting it stays as it is. */
export async function followEvaluation(
  transaction: EntityManager,
  { subject }: LogEntry,
  actor: Actor,
): Promise<void> {
  const awaiting: readonly WhistleState[] = legalFrom.evaluate;
  const moves = new WhistleMoveStore(transaction.connection, actor.principal);
  await moves.follow(transaction, subject, actor, (dossier) =>
    awaiting.includes(dossier.whistle.state) ? markEvaluated(dossier, actor) : null,
  );
}
