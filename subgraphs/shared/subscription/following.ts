import { ArgsType, Field, Int } from "type-graphql";
import type { FeedFollower } from "./feed-follower.ts";
import type { FeedTail } from "./feed-tail.ts";
import type { Interest } from "./interest.ts";

/** Arguments of every subscription that follows the log. */
@ArgsType()
export class FollowArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "Position of the last change already got, to go on from there without a gap; absent: from now on (已收到的最后位置)",
  })
  after?: number;
}

/**
 * What a subscription field follows: `subscribe: following((args) => ...)`. What the interest `sees` depends on nothing
 * but entry and context; whoever asks with other arguments of the root field is told the same of the same entry.
 */
export const following =
  <Args extends FollowArgs, Context extends { readonly feed: FeedTail }>(
    interestIn: (args: Args) => Interest<Context>,
  ) =>
  ({ args, context }: { args: Args; context: Context }): Promise<FeedFollower<Context>> =>
    context.feed.follow(interestIn(args), args.after);
