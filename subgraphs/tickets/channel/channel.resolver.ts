import { Ctx, Query, Resolver } from "type-graphql";
import type { TicketsContext } from "../tickets.context.ts";
import { Channel } from "./channel.ts";

@Resolver(() => Channel)
export class ChannelResolver {
  @Query(() => [Channel], { description: "Every channel demands come in by (诉求渠道目录, KF-5)" })
  channels(@Ctx() { channels }: TicketsContext): Promise<Channel[]> {
    return channels.all();
  }
}
