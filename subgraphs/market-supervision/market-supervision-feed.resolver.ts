import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { MarketSupervisionContext } from "./market-supervision.context.ts";

@Resolver()
export class MarketSupervisionFeedResolver {
  @Query(() => [LogEntry], {
    description: "Every change to consumer complaints, in order, for the subgraphs that follow it (变更流)",
  })
  @RequiresScopes(["feed:read"])
  marketSupervisionFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: MarketSupervisionContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "marketSupervisionFeed",
    description: "Every change to consumer complaints, as it happens (变更流订阅)",
    subscribe: following<FollowArgs, MarketSupervisionContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
