import { Args, Ctx, Resolver, Root, Subscription } from "type-graphql";
import type { FeedEntry } from "../../shared/feed.ts";
import { isOfSeries } from "../../shared/running-number.ts";
import { following } from "../../shared/subscription/following.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { ChangeArgs } from "./change-args.ts";
import { TicketChange } from "./ticket-change.ts";
import { WhistleChange } from "./whistle-change.ts";

@Resolver()
export class ChangesResolver {
  @Subscription(() => TicketChange, {
    description:
      "Every change of the tickets you may see, of one or of a division's where you say so (工单变更订阅)",
    subscribe: following<ChangeArgs, TicketsContext>(({ number, division }) => ({
      subject: number,
      division,
      concerns: ({ subject }) => isOfSeries(subject, "TICKET"),
      sees: async ({ subject }, { load }) => (await load.ticket.load(subject)) !== null,
    })),
  })
  async ticketChanges(
    @Root() { position, kind, at, subject }: FeedEntry,
    @Args(() => ChangeArgs) _: ChangeArgs,
    @Ctx() { load }: TicketsContext,
  ) {
    return { position, kind, at, ticket: await load.ticket.load(subject) };
  }

  @Subscription(() => WhistleChange, {
    description:
      "Every change of the whistles you may see, of one or of a division's where you say so (吹哨变更订阅)",
    subscribe: following<ChangeArgs, TicketsContext>(({ number, division }) => ({
      subject: number,
      division,
      concerns: ({ subject }) => isOfSeries(subject, "WHISTLE"),
      sees: async ({ subject }, { loadWhistle }) => (await loadWhistle.whistle.load(subject)) !== null,
    })),
  })
  async whistleChanges(
    @Root() { position, kind, at, subject }: FeedEntry,
    @Args(() => ChangeArgs) _: ChangeArgs,
    @Ctx() { loadWhistle }: TicketsContext,
  ) {
    return { position, kind, at, whistle: await loadWhistle.whistle.load(subject) };
  }
}
