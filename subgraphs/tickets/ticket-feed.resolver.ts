import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { TicketsContext } from "./tickets.context.ts";

@Resolver()
export class TicketFeedResolver {
  @Query(() => [LogEntry], {
    description:
      "Every change of tickets, whistles and class problems in order, for other subgraphs to follow (变更流)",
  })
  @RequiresScopes(["feed:read"])
  ticketFeed(@Args(() => FeedArgs) args: FeedArgs, @Ctx() { database }: TicketsContext): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "ticketFeed",
    description: "Every change of tickets, whistles and class problems, as it happens (变更流订阅)",
    subscribe: following<FollowArgs, TicketsContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
