import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { askAndBlow } from "./ask-and-blow.ts";
import { matterOf, ticketsOf } from "./tickets-named.ts";
import { BlowWhistleInput } from "./whistle.input.ts";
import { Whistle } from "./whistle.ts";
import { divisionOf } from "./whistle-options.ts";

@Resolver(() => Whistle)
export class BlowResolver {
  @Mutation(() => Whistle, {
    description:
      "Blows a whistle, judged by the district's profile in force; a resident's waits to be screened (吹哨, KF-7 to KF-10, PG-8)",
  })
  async blowWhistle(
    @Arg("input", () => BlowWhistleInput, { description: "The whistle (哨)" }) input: BlowWhistleInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const actor = actorOf(context);
    const tickets = await ticketsOf(context, input.tickets);
    const division = input.division ?? divisionOf(tickets, actor.principal);
    const matter = input.matter ?? matterOf(tickets);
    const estates = new Set(tickets.map(({ estateCode }) => estateCode));
    const [commonEstate = null] = estates.size === 1 ? estates : [];
    return askAndBlow(context, actor, {
      mutation: "blowWhistle",
      idempotencyKey,
      asked: input,
      division,
      matter,
      raises: null,
      whistle: () => ({
        kind: input.kind,
        source: input.source,
        theme: input.theme ?? null,
        grid: input.grid ?? null,
        noGridYet: input.noGridYet,
        estate: input.estate ?? commonEstate,
        matter,
        demand: input.demand,
        coordination: input.coordination ?? null,
        assembly: input.assembly,
        raisedFrom: null,
      }),
    });
  }
}
