import { Args, Ctx, Query, Resolver, Root, Subscription } from "type-graphql";
import type { DataSource } from "typeorm";
import { refuse } from "./errors.ts";
import { FeedArgs, readFeed } from "./feed.ts";
import { LogEntry } from "./log-entry.ts";
import { Post, type Principal } from "./principal.ts";
import { RequiresScopes } from "./schema-directives.ts";
import type { FeedTail } from "./subscription/feed-tail.ts";
import { FollowArgs, following } from "./subscription/following.ts";

interface FeedContext {
  readonly database: DataSource;
  readonly principal: Principal | null;
  readonly feed: FeedTail;
}

export interface FeedDescription {
  /** What its entries tell of, as a sentence begins: "Every change of tickets". */
  readonly tells: string;
  readonly tellsZh: string;
}

/** A subgraph's feed (变更流): its log for other subgraphs, to read from a position on and to be woken by. */
export function feedResolver(field: string, { tells, tellsZh }: FeedDescription): new () => object {
  const follow = following<FollowArgs, FeedContext>(() => ({}));

  @Resolver()
  class FeedResolver {
    @Query(() => [LogEntry], {
      name: field,
      description: `${tells}, in order, for the subgraphs that follow them (${tellsZh}变更流)`,
    })
    @RequiresScopes(["feed:read"])
    read(
      @Args(() => FeedArgs) args: FeedArgs,
      @Ctx() { database, principal }: FeedContext,
    ): Promise<LogEntry[]> {
      requireService(principal, `Query.${field}`);
      return readFeed(database, args);
    }

    @Subscription(() => LogEntry, {
      name: field,
      description: `${tells}, as it happens (${tellsZh}变更流订阅)`,
      subscribe: (asked: { args: FollowArgs; context: FeedContext }) => {
        requireService(asked.context.principal, `Subscription.${field}`);
        return follow(asked);
      },
    })
    @RequiresScopes(["feed:read"])
    follow(@Root() entry: LogEntry, @Args(() => FollowArgs) _: FollowArgs): LogEntry {
      return entry;
    }
  }
  return FeedResolver;
}

/** An issuer that writes the scope into a person's token opens nothing by it: feeds are between subgraphs. */
function requireService(principal: Principal | null, coordinate: string): void {
  if (principal?.post === Post.SERVICE && principal.scopes.includes("feed:read")) return;
  throw refuse("WITHHELD", { coordinate, needed: "a subgraph's own identity", neededZh: "子图服务身份" });
}
