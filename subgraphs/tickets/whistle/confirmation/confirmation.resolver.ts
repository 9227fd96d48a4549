import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { ConfirmWhistleInput } from "../whistle.input.ts";
import { Whistle } from "../whistle.ts";
import { closeWhistle, confirmWhistle } from "./confirmation.lifecycle.ts";

@Resolver(() => Whistle)
export class ConfirmationResolver {
  @Mutation(() => Whistle, {
    description: "Who called says whether it is solved; what is not goes back to the lead (确认, KF-15)",
  })
  confirmWhistle(
    @Arg("input", () => ConfirmWhistleInput, { description: "The word (确认)" }) input: ConfirmWhistleInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const { solved, note, acceptedByDemander = null } = input;
    return changeWhistle(context, "confirmWhistle", { ...input, idempotencyKey }, (dossier, actor) =>
      confirmWhistle(dossier, { solved, note, acceptedByDemander }, actor),
    );
  }

  @Mutation(() => Whistle, { description: "After the grades the blower or the centre closes it (办结归档)" })
  closeWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "closeWhistle", { number, idempotencyKey }, closeWhistle);
  }
}
