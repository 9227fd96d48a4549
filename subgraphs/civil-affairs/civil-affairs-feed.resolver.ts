import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { CivilAffairsContext } from "./civil-affairs.context.ts";

@Resolver()
export class CivilAffairsFeedResolver {
  @Query(() => [LogEntry], {
    description: "Every step of aid and every deletion, in order, without personal data (民政变更流)",
  })
  @RequiresScopes(["feed:read"])
  civilAffairsFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: CivilAffairsContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "civilAffairsFeed",
    description: "Every step of aid and every deletion, as it happens (民政变更流订阅)",
    subscribe: following<FollowArgs, CivilAffairsContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
