import { Args, Ctx, Query, Resolver } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
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
}
