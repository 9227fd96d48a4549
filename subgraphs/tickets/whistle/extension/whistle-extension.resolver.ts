import { Arg, Ctx, Field, FieldResolver, InputType, Int, Mutation, Resolver, Root } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { Unit } from "../../references.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { ClockStep } from "../whistle-clock.ts";
import { askWhistleExtension, decideWhistleExtension } from "./extension.lifecycle.ts";
import { WhistleExtension } from "./whistle-extension.ts";

@InputType({ description: "More time asked for on a clock (延期申请)" })
class AskWhistleExtensionInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;

  @Field(() => ClockStep, { description: "Which clock (环节)" })
  step: ClockStep;

  @Field(() => Int, {
    defaultValue: 0,
    description: "Which checkpoint, from 1; 0 for every other step (节点序号)",
  })
  ordinal: number;

  @Field(() => Int, { description: "How much more, in the clock's own unit (申请延长量)" })
  amount: number;

  @Field(() => String, { description: "Why it takes longer (延期理由)" })
  reason: string;
}

@InputType({ description: "A decision on more time (延期审核)" })
class DecideWhistleExtensionInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;

  @Field(() => ClockStep, { description: "Which clock (环节)" })
  step: ClockStep;

  @Field(() => Int, {
    defaultValue: 0,
    description: "Which checkpoint, from 1; 0 for every other step (节点序号)",
  })
  ordinal: number;

  @Field(() => Boolean, { description: "Granted or refused (是否同意)" })
  granted: boolean;

  @Field(() => String, { description: "Grounds (审核意见)" })
  grounds: string;
}

@Resolver(() => WhistleExtension)
export class WhistleExtensionResolver {
  @Mutation(() => Whistle, {
    description: "A called unit asks for more time on a clock before it has run out (哨的延期申请)",
  })
  askWhistleExtension(
    @Arg("input", () => AskWhistleExtensionInput, { description: "What is asked for (申请)" })
    input: AskWhistleExtensionInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "askWhistleExtension", { ...input, idempotencyKey }, (dossier, actor) =>
      askWhistleExtension(dossier, input, actor),
    );
  }

  @Mutation(() => Whistle, {
    description:
      "Who confirms the whistle, by its kind, grants or refuses the time asked for, with grounds (哨的延期审核)",
  })
  decideWhistleExtension(
    @Arg("input", () => DecideWhistleExtensionInput, { description: "The decision (审核)" })
    input: DecideWhistleExtensionInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "decideWhistleExtension", { ...input, idempotencyKey }, (dossier, actor) =>
      decideWhistleExtension(dossier, input, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that asks; null only when it cannot be looked up (申请单位)",
  })
  unit(@Root() { unitCode: code }: WhistleExtension): Unit {
    return Object.assign(new Unit(), { code });
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who decided; null until then, or when it cannot be looked up (审核单位)",
  })
  decidedBy(@Root() { decidedByUnitCode: code }: WhistleExtension): Unit | null {
    return code === null ? null : Object.assign(new Unit(), { code });
  }
}
