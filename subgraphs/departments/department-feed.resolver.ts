import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { DepartmentsContext } from "./departments.context.ts";

@Resolver()
export class DepartmentFeedResolver {
  @Query(() => [LogEntry], {
    description: "Every change to units' appointments, lists, grants and hand-downs, in order (职责变更流)",
  })
  @RequiresScopes(["feed:read"])
  departmentFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: DepartmentsContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "departmentFeed",
    description:
      "Every change to units' appointments, lists, grants and hand-downs, as it happens (职责变更流订阅)",
    subscribe: following<FollowArgs, DepartmentsContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
