import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { ruleMisuse } from "./misuse.lifecycle.ts";

@Resolver(() => Whistle)
export class MisuseResolver {
  @Mutation(() => Whistle, {
    description:
      "The performance office or the district rules it was blown without cause (认定乱吹哨, KF-17)",
  })
  ruleMisuse(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("reason", () => String, {
      description: "Why; no personal data: other departments read it (认定理由)",
    })
    reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "ruleMisuse", { number, idempotencyKey, reason }, (dossier, actor) =>
      ruleMisuse(dossier, reason, actor),
    );
  }
}
