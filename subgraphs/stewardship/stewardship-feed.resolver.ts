import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { StewardshipContext } from "./stewardship.context.ts";

@Resolver()
export class StewardshipFeedResolver {
  @Query(() => [LogEntry], {
    description:
      "Every change to data grants, agreements, break-glass accesses and how long records are kept, in order (数据授权变更流)",
  })
  @RequiresScopes(["feed:read"])
  stewardshipFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: StewardshipContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "stewardshipFeed",
    description:
      "Every change to data grants, agreements, break-glass accesses and how long records are kept, as it happens (数据授权变更流订阅)",
    subscribe: following<FollowArgs, StewardshipContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
