import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { Unit } from "../../references.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { pauseWhistle, resumeWhistle } from "./pause.lifecycle.ts";
import { PauseGround, WhistlePause } from "./whistle-pause.ts";

@Resolver(() => WhistlePause)
export class WhistlePauseResolver {
  @Mutation(() => Whistle, {
    description:
      "The blower or the centre lets the running clocks stand still while the units wait for others (时限暂停)",
  })
  pauseWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("ground", () => PauseGround, { description: "What is waited for (暂停事由)" }) ground: PauseGround,
    @Arg("reason", () => String, { description: "Why (暂停理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const asked = { ground, reason };
    return changeWhistle(context, "pauseWhistle", { number, idempotencyKey, ...asked }, (dossier, actor) =>
      pauseWhistle(dossier, asked, actor),
    );
  }

  @Mutation(() => Whistle, {
    description:
      "The blower, the lead or the centre lets the clocks run on with the time they had left (恢复计时)",
  })
  resumeWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "resumeWhistle", { number, idempotencyKey }, resumeWhistle);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who paused it; null only when it cannot be looked up (暂停单位)",
  })
  pausedBy(@Root() { pausedByUnitCode: code }: WhistlePause): Unit {
    return Object.assign(new Unit(), { code });
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who let it run on; null while it is paused, or when it cannot be looked up (恢复单位)",
  })
  resumedBy(@Root() { resumedByUnitCode: code }: WhistlePause): Unit | null {
    return code === null ? null : Object.assign(new Unit(), { code });
  }
}
