import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { PublicSecurityContext } from "./public-security.context.ts";

@Resolver()
export class PublicSecurityFeedResolver {
  @Query(() => [LogEntry], {
    description: "Every change to disclosure delays, in order; never of whom (延迟告知变更流)",
  })
  @RequiresScopes(["feed:read"])
  publicSecurityFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: PublicSecurityContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "publicSecurityFeed",
    description: "Every change to disclosure delays, as it happens; never of whom (延迟告知变更流订阅)",
    subscribe: following<FollowArgs, PublicSecurityContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
