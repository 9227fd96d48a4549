import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Unit, unitOf } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { excludeFromCase, liftExclusion } from "./case-exclusion.lifecycle.ts";
import { CaseExclusion } from "./case-exclusion.ts";
import { CaseExclusionFilter, ExcludeFromCaseInput } from "./case-exclusion-input.ts";

const CaseExclusionConnection = connectionOf(CaseExclusion);

@Resolver(() => CaseExclusion)
export class CaseExclusionResolver {
  @Query(() => CaseExclusionConnection, {
    description:
      "Cases closed to bodies, latest first: an owner's own, those your unit is excluded from, the data bureau's whole district (查找案内访问排除)",
  })
  caseExclusions(
    @Arg("filter", () => CaseExclusionFilter, {
      nullable: true,
      description: "Which exclusions; null: all (筛选条件)",
    })
    filter: CaseExclusionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caseExclusions }: StewardshipContext,
  ): Promise<Page<CaseExclusion>> {
    return caseExclusions.search(filter ?? {}, args);
  }

  @Mutation(() => CaseExclusion, {
    description:
      "The owner's data steward or principal officer closes one case to one body, whatever is opened to it there (排除案内访问)",
  })
  excludeFromCase(
    @Arg("input", () => ExcludeFromCaseInput, { description: "Which case, to whom, why (排除内容)" })
    input: ExcludeFromCaseInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<CaseExclusion> {
    const actor = actorOf(context);
    return context.caseExclusions.exclude({ ...input, idempotencyKey }, actor, (ownerUnit) =>
      excludeFromCase(input, ownerUnit, actor),
    );
  }

  @Mutation(() => CaseExclusion, {
    description: "The owner opens the case to that body again (恢复案内访问)",
  })
  liftCaseExclusion(
    @Arg("number", () => String, { description: "Number of the exclusion (排除编号)" }) number: string,
    @Arg("reason", () => String, { description: "Why (恢复理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<CaseExclusion> {
    const actor = actorOf(context);
    return context.caseExclusions.lift({ number, reason, idempotencyKey }, actor, (exclusion) =>
      liftExclusion(exclusion, reason, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that owns the data; null only when it cannot be looked up (数据责任单位)",
  })
  ownerUnit(@Root() { ownerUnit }: CaseExclusion): Unit {
    return unitOf(ownerUnit);
  }
}
