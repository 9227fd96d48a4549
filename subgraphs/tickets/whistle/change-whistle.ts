import { type Actor, actorOf } from "../../shared/move.ts";
import type { TicketsContext } from "../tickets.context.ts";
import type { Dossier, WhistleMove } from "./whistle.lifecycle.ts";
import type { Whistle } from "./whistle.ts";

/** Three hops: the lifecycle decides, the store carries it out. */
export async function changeWhistle<Input extends { number: string; idempotencyKey: string }>(
  context: TicketsContext,
  mutation: string,
  input: Input,
  decide: (dossier: Dossier, actor: Actor) => WhistleMove,
): Promise<Whistle> {
  const actor = actorOf(context);
  const moved = await context.whistleMoves.change(mutation, input, actor, (dossier) =>
    decide(dossier, actor),
  );
  context.reread();
  return moved;
}
