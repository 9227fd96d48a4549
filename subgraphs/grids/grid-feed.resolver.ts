import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { GridsContext } from "./grids.context.ts";

@Resolver()
export class GridFeedResolver {
  @Query(() => [LogEntry], {
    description:
      "What changed about grids, members, visits and names, in order, for subgraphs that follow it (网格变更流)",
  })
  @RequiresScopes(["feed:read"])
  gridFeed(@Args(() => FeedArgs) args: FeedArgs, @Ctx() { database }: GridsContext): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "gridFeed",
    description: "What changes about grids, members, visits and names, as it happens (网格变更流订阅)",
    subscribe: following<FollowArgs, GridsContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
