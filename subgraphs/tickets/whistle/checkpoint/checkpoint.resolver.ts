import { Arg, Ctx, Int, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { recordCheckpoint } from "./checkpoint.lifecycle.ts";

@Resolver(() => Whistle)
export class CheckpointResolver {
  @Mutation(() => Whistle, {
    description: "The blower or the lead records a checkpoint (一三五七节点, PG-12)",
  })
  recordCheckpoint(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("ordinal", () => Int, { description: "Which, from 1 (节点序号)" }) ordinal: number,
    @Arg("note", () => String, { description: "Where the work stands (进展)" }) note: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(
      context,
      "recordCheckpoint",
      { number, idempotencyKey, ordinal, note },
      (dossier, actor) => recordCheckpoint(dossier, { ordinal, note }, actor),
    );
  }
}
