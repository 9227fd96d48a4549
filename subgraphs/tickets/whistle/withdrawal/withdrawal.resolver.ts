import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { withdrawWhistle } from "./withdrawal.lifecycle.ts";

@Resolver(() => Whistle)
export class WithdrawalResolver {
  @Mutation(() => Whistle, { description: "The blower takes it back while no measures are issued (撤回)" })
  withdrawWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("reason", () => String, { description: "Why (撤回理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "withdrawWhistle", { number, idempotencyKey, reason }, (dossier, actor) =>
      withdrawWhistle(dossier, reason, actor),
    );
  }
}
