import { Args, Ctx, Query, Resolver } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
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
}
