import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { screenWhistle } from "./screening.lifecycle.ts";

@Resolver(() => Whistle)
export class ScreeningResolver {
  @Mutation(() => Whistle, {
    description:
      "Lets a whistle waiting for screening through, or dismisses it with the reason (筛选, PG-9, PG-14)",
  })
  screenWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("dismissedBecause", () => String, {
      nullable: true,
      description: "Why it is not let through; absent: it is, and calls its units now (不予通过的理由)",
    })
    dismissedBecause: string | undefined,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const asked = { dismissedBecause: dismissedBecause ?? null };
    return changeWhistle(context, "screenWhistle", { number, idempotencyKey, ...asked }, (dossier, actor) =>
      screenWhistle(dossier, asked, actor),
    );
  }
}
