import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { refuse as refuseShared } from "../../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { actorOf } from "../../../shared/move.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { askAndBlow } from "../ask-and-blow.ts";
import { matterOf, ticketsOf } from "../tickets-named.ts";
import { RaiseWhistleInput } from "../whistle.input.ts";
import { Whistle } from "../whistle.ts";
import { kindRaisedTo } from "./raising.lifecycle.ts";

@Resolver(() => Whistle)
export class RaiseResolver {
  @Mutation(() => Whistle, {
    description:
      "Raises a whistle to the next level: a new whistle, the old one kept under it with the reason and what was tried (升级, PG-8, ZY-15)",
  })
  async raiseWhistle(
    @Arg("input", () => RaiseWhistleInput, { description: "The whistle of the next level (上一级哨)" })
    input: RaiseWhistleInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const actor = actorOf(context);
    const { number } = input;
    const raised = found(await context.loadWhistle.whistle.load(number), number);
    const links = await context.loadWhistle.ticketNumbers.load(number);
    const added = await ticketsOf(context, input.tickets);
    const behind = await context.tickets.byNumbers(links.map(({ ticketNumber }) => ticketNumber));
    const tickets = [...behind, ...added];
    const matter = input.matter ?? raised.matterCode ?? matterOf(tickets);
    return askAndBlow(context, actor, {
      mutation: "raiseWhistle",
      idempotencyKey,
      asked: input,
      division: raised.divisionCode,
      matter,
      raises: raised,
      whistle: (dossier) => ({
        kind: kindRaisedTo(found(dossier, number), input.kind ?? null),
        source: raised.source,
        theme: input.theme ?? raised.theme,
        grid: raised.gridCode,
        noGridYet: raised.noGridYet,
        estate: raised.estateCode,
        matter,
        demand: input.demand,
        coordination: null,
        assembly: [],
        raisedFrom: { number, reason: input.reason, tried: input.tried },
      }),
    });
  }
}

function found<Row>(whistle: Row | null, number: string): Row {
  if (whistle) return whistle;
  throw refuseShared("NOT_FOUND", { kind: "whistle", kindZh: "哨", id: number });
}
