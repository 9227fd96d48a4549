import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { dayOf } from "../../shared/calendar.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { fewestYears, mostYears, setRetention } from "./retention.lifecycle.ts";
import { RetentionRule } from "./retention-rule.ts";

/** A rule of each subgraph, and of a few one that is to come. */
const usualRules = 12;

@Resolver(() => RetentionRule)
export class RetentionResolver {
  @Query(() => [RetentionRule], {
    description:
      "How long records of who read what are kept in a district: of every subgraph the rule in force, and what is set to take its place; by subgraph (访问记录留存期限)",
  })
  @ListSize(usualRules)
  retentionRules(
    @Arg("district", () => DivisionCode, { description: "The district, or a division in it (区划)" })
    district: string,
    @Ctx() { retention, at }: StewardshipContext,
  ): Promise<RetentionRule[]> {
    return retention.ofDistrict(districtOf(district), dayOf(at));
  }

  @Mutation(() => RetentionRule, {
    description:
      "The data bureau's steward sets how long the records of who read a subgraph are kept in its district. Longer counts from today, shorter after thirty days, until when it can be taken back by setting another (设定访问记录留存期限)",
  })
  setRetention(
    @Arg("subgraph", () => String, { description: "Whose records (子图名称)" }) subgraph: string,
    @Arg("years", () => Int, {
      description: `Years from the access on, ${fewestYears} to ${mostYears} (留存年数, PIPL 56 个人信息保护法)`,
    })
    years: number,
    @Arg("reason", () => String, { description: "Why, at most 2000 characters (设定理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<RetentionRule> {
    const actor = actorOf(context);
    const wish = { subgraph, years, reason };
    return context.retention.set({ ...wish, idempotencyKey }, actor, setRetention(wish, actor));
  }
}
