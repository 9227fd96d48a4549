import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import { FeedArgs, readFeed } from "../shared/feed.ts";
import { LogEntry } from "../shared/log-entry.ts";
import { RequiresScopes } from "../shared/schema-directives.ts";
import { FollowArgs, following } from "../shared/subscription/following.ts";
import type { EvaluationContext } from "./evaluation.context.ts";

@Resolver()
export class EvaluationFeedResolver {
  @Query(() => [LogEntry], {
    description:
      "What happened in evaluation, in order, for the subgraphs that follow it: call-backs, evaluations, the negative list (变更流)",
  })
  @RequiresScopes(["feed:read"])
  evaluationFeed(
    @Args(() => FeedArgs) args: FeedArgs,
    @Ctx() { database }: EvaluationContext,
  ): Promise<LogEntry[]> {
    return readFeed(database, args);
  }

  @Subscription(() => LogEntry, {
    name: "evaluationFeed",
    description:
      "What happens in evaluation, as it happens: call-backs, evaluations, the negative list (变更流订阅)",
    subscribe: following<FollowArgs, EvaluationContext>(() => ({})),
  })
  @RequiresScopes(["feed:read"])
  follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
    return entry;
  }
}
