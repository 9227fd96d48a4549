import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { sealed } from "../../../shared/asking.ts";
import { dayOf } from "../../../shared/calendar.ts";
import { refuse as refuseShared } from "../../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { GridCode } from "../../../shared/scalars.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { askCall } from "../called-units.ts";
import { changeWhistle } from "../change-whistle.ts";
import { Whistle } from "../whistle.ts";
import { placeWhistle } from "./place.lifecycle.ts";

@Resolver(() => Whistle)
export class WhistlePlaceResolver {
  @Mutation(() => Whistle, { description: "Gives a whistle without a grid its grid (补录网格, BJ-12)" })
  async placeWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("grid", () => GridCode, { description: "The grid (网格)" }) grid: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const on = dayOf(context.at);
    const answer = await sealed(askCall(context.graph, { calls: [], division: "", matter: null, grid, on }));
    return changeWhistle(context, "placeWhistle", { number, idempotencyKey, grid }, (dossier, actor) => {
      const move = placeWhistle(dossier, grid, actor);
      requireGrid(grid, answer().gridExists);
      return move;
    });
  }
}

function requireGrid(grid: string, exists: boolean): void {
  if (!exists) throw refuseShared("NOT_FOUND", { kind: "grid", kindZh: "网格", id: grid });
}
