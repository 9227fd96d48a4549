import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { CityManagementContext } from "./city-management.context.ts";

@Resolver()
export class CityManagementFeedResolver {
  @Query(() => [LogEntry], {
    description:
      "Every step of the street-order cases, in order, for the subgraphs that follow them (市容案件变更流)",
  })
  @RequiresScopes(["feed:read"])
  cityManagementFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: CityManagementContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "cityManagementFeed",
    description: "Every step of the street-order cases, as it happens (市容案件变更流订阅)",
    subscribe: following<FollowArgs, CityManagementContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
