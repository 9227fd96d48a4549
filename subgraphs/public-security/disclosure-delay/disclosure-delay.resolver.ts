import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden, nobody } from "../../shared/refusal.ts";
import { ListSize, RequiresScopes } from "../../shared/schema-directives.ts";
import type { PublicSecurityContext } from "../public-security.context.ts";
import { Unit, unitOf } from "../references.ts";
import { delayDisclosure, endDelay, extendDelay, isDisclosed } from "./disclosure-delay.lifecycle.ts";
import {
  DisclosureDelay,
  DisclosureDelayConnection,
  DisclosureDelayInForce,
  DisclosureExtension,
} from "./disclosure-delay.ts";
import { DelayDisclosureInput, DisclosureDelayFilter } from "./disclosure-delay-input.ts";

const idDescription = "Id of the delay (延迟告知编号)";

/** Subjects of one question at most. */
const mostSubjects = 500;

/** The one service that tells people who read what of them, and so has to know what it may not tell yet. */
const teller = "stewardship";

@Resolver(() => DisclosureDelay)
export class DisclosureDelayResolver {
  @Query(() => DisclosureDelay, {
    nullable: true,
    description: "One delay of your district's; null when there is none you may see (按编号查延迟告知)",
  })
  disclosureDelay(
    @Arg("id", () => ID, { description: idDescription }) id: string,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<DisclosureDelay | null> {
    return load.disclosureDelay.load(id);
  }

  @Query(() => DisclosureDelayConnection, {
    description:
      "Delays of your district's, latest first; none unless you are its principal officer (查找延迟告知)",
  })
  disclosureDelayOrders(
    @Arg("filter", () => DisclosureDelayFilter, { description: "Which delays (筛选条件)" })
    filter: DisclosureDelayFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { disclosureDelays }: PublicSecurityContext,
  ): Promise<Page<DisclosureDelay>> {
    return disclosureDelays.search(filter, args);
  }

  @Query(() => [DisclosureDelayInForce], {
    description: `What must not be told at this instant of these residents and access records, at most ${mostSubjects} at once; for the service that tells people who read what of them (暂不告知核对)`,
  })
  @RequiresScopes(["feed:read"])
  @ListSize(mostSubjects)
  disclosureDelays(
    @Arg("residents", () => [ID], { defaultValue: [], description: "Ids of residents (居民编号)" })
    residents: string[],
    @Arg("accessRecords", () => [ID], {
      defaultValue: [],
      description: "Ids of access records (访问记录编号)",
    })
    accessRecords: string[],
    @Ctx() { principal, disclosureDelays }: PublicSecurityContext,
  ): Promise<DisclosureDelayInForce[]> {
    if (principal?.post !== Post.SERVICE || principal.unit !== teller) {
      throw forbidden("GATEWAY-ALONE", principal ?? nobody, {
        en: `only the service ${teller} asks this`,
        zh: `仅 ${teller} 服务可作此核对`,
        units: [teller],
      });
    }
    const asked = residents.length + accessRecords.length;
    if (asked > mostSubjects) throw refuseShared("PAGE_TOO_LARGE", { asked, maximum: mostSubjects });
    return disclosureDelays.inForce(residents, accessRecords);
  }

  @Mutation(() => DisclosureDelay, {
    description:
      "The district's principal officer orders that somebody is not told yet (延迟告知, PIPL 18, 35 个人信息保护法)",
  })
  delayDisclosure(
    @Arg("input", () => DelayDisclosureInput, {
      description: "Of whom or what, why, until when (延迟告知内容)",
    })
    input: DelayDisclosureInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: PublicSecurityContext,
  ): Promise<DisclosureDelay> {
    const actor = actorOf(context);
    return context.disclosureDelays.begin({ ...input, idempotencyKey }, actor, () =>
      delayDisclosure(input, actor),
    );
  }

  @Mutation(() => DisclosureDelay, {
    description: "Extends a delay in force, with a reason of its own (延迟告知延期)",
  })
  extendDisclosureDelay(
    @Arg("id", () => ID, { description: idDescription }) id: string,
    @Arg("until", () => GraphQLLocalDate, {
      description: "New last day on which nothing is told, six months from today at most (截止日期)",
    })
    until: Day,
    @Arg("reason", () => String, { description: "Why it is still needed, in writing (延期理由)" })
    reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: PublicSecurityContext,
  ): Promise<DisclosureDelay> {
    const actor = actorOf(context);
    return context.disclosureDelays.extend({ id, until, reason, idempotencyKey }, actor, (delay) =>
      extendDelay(delay, { until, reason }, actor),
    );
  }

  @Mutation(() => DisclosureDelay, {
    description: "Ends a delay before its time: from now on all is told (提前终止延迟告知)",
  })
  endDisclosureDelay(
    @Arg("id", () => ID, { description: idDescription }) id: string,
    @Arg("reason", () => String, { description: "Why it is needed no more (终止理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: PublicSecurityContext,
  ): Promise<DisclosureDelay> {
    const actor = actorOf(context);
    return context.disclosureDelays.end({ id, reason, idempotencyKey }, actor, (delay) =>
      endDelay(delay, reason, actor),
    );
  }

  @FieldResolver(() => Boolean, { description: "Whether all may be told at this instant (是否可告知)" })
  disclosed(@Root() delay: DisclosureDelay, @Ctx() { at }: PublicSecurityContext): boolean {
    return isDisclosed(delay, at);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The bureau that ordered it; null only when it cannot be looked up (决定单位)",
  })
  orderedBy(@Root() { orderedByUnit }: DisclosureDelay): Unit {
    return unitOf(orderedByUnit);
  }

  @FieldResolver(() => [DisclosureExtension], { description: "Its extensions, in order (历次延期)" })
  extensions(
    @Root() { id }: DisclosureDelay,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<DisclosureExtension[]> {
    return load.disclosureExtensions.load(id);
  }
}
