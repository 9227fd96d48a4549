import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { refuse as refuseShared } from "../../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { checkPosition, toWgs84 } from "../../../shared/position.ts";
import type { PositionInput } from "../../../shared/position-input.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { ArriveWhistleInput } from "../whistle.input.ts";
import { Whistle } from "../whistle.ts";
import { arriveWhistle, issueMeasures, resolveWhistle, signWhistle } from "./answer.lifecycle.ts";

@Resolver(() => Whistle)
export class AnswerResolver {
  @Mutation(() => Whistle, { description: "A called unit takes receipt (签收)" })
  signWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "signWhistle", { number, idempotencyKey }, signWhistle);
  }

  @Mutation(() => Whistle, { description: "A called unit checks in on the scene (报到, GZ-16)" })
  arriveWhistle(
    @Arg("input", () => ArriveWhistleInput, { description: "The check-in (报到)" }) input: ArriveWhistleInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const { note, position } = input;
    const checkIn = { note: note?.trim() || null, ...(position ? onWgs84(position) : nowhere) };
    return changeWhistle(context, "arriveWhistle", { ...input, idempotencyKey }, (dossier, actor) =>
      arriveWhistle(dossier, checkIn, actor),
    );
  }

  @Mutation(() => Whistle, {
    description:
      "A called unit issues measures; the lead's are the joint ones and move the whistle (提出措施, KF-10)",
  })
  issueMeasures(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("measures", () => String, { description: "The measures (解决措施)" }) measures: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "issueMeasures", { number, idempotencyKey, measures }, (dossier, actor) =>
      issueMeasures(dossier, measures, actor),
    );
  }

  @Mutation(() => Whistle, {
    description: "A called unit reports its result; the lead's report is that of the whole (办结)",
  })
  resolveWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("result", () => String, { description: "The result (办理结果)" }) result: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "resolveWhistle", { number, idempotencyKey, result }, (dossier, actor) =>
      resolveWhistle(dossier, result, actor),
    );
  }
}

const nowhere = { longitude: null, latitude: null };

function onWgs84(position: PositionInput): { longitude: number; latitude: number } {
  const finding = checkPosition(position);
  if (finding) {
    throw refuseShared("BAD_INPUT", { field: "position", problem: finding.en, problemZh: finding.zh });
  }
  const { longitude, latitude } = toWgs84(position);
  return { longitude, latitude };
}
