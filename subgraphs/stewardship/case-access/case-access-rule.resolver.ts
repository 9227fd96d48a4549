import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Unit, unitOf } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { isInForce, setRule, withdrawRule } from "./case-access-rule.lifecycle.ts";
import { CaseAccessRule } from "./case-access-rule.ts";
import { CaseAccessRuleFilter, SetCaseAccessRuleInput } from "./case-access-rule-input.ts";

const CaseAccessRuleConnection = connectionOf(CaseAccessRule);

const numberDescription = "Number of the case access rule (规则编号)";

@Resolver(() => CaseAccessRule)
export class CaseAccessRuleResolver {
  @Query(() => CaseAccessRule, {
    nullable: true,
    description:
      "One case access rule by its number; null when there is none in your district (按编号查案内访问规则)",
  })
  caseAccessRule(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: StewardshipContext,
  ): Promise<CaseAccessRule | null> {
    return load.caseAccessRule.load(number);
  }

  @Query(() => CaseAccessRuleConnection, {
    description:
      "What the owners of your district open to whoever is called to a case, latest first (查找案内访问规则)",
  })
  caseAccessRules(
    @Arg("filter", () => CaseAccessRuleFilter, {
      nullable: true,
      description: "Which case access rules; null: all (筛选条件)",
    })
    filter: CaseAccessRuleFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caseAccessRules }: StewardshipContext,
  ): Promise<Page<CaseAccessRule>> {
    return caseAccessRules.search(filter ?? {}, args);
  }

  @Mutation(() => CaseAccessRule, {
    description:
      "The owner's data steward or principal officer opens something to whoever is called to a case, once for all cases (设定案内访问规则)",
  })
  setCaseAccessRule(
    @Arg("input", () => SetCaseAccessRuleInput, {
      description: "What is opened, to which parts, why (规则内容)",
    })
    input: SetCaseAccessRuleInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<CaseAccessRule> {
    const actor = actorOf(context);
    return context.caseAccessRules.set({ ...input, idempotencyKey }, actor, (ownerUnit) =>
      setRule(input, ownerUnit, actor),
    );
  }

  @Mutation(() => CaseAccessRule, {
    description:
      "Withdraws a case access rule before its time, in open cases as well: the owner its own, the data bureau's steward any of the district (撤回案内访问规则)",
  })
  withdrawCaseAccessRule(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => String, { description: "Why (撤回理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<CaseAccessRule> {
    const actor = actorOf(context);
    return context.caseAccessRules.withdraw({ number, reason, idempotencyKey }, actor, (rule) =>
      withdrawRule(rule, reason, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that owns the data; null only when it cannot be looked up (数据责任单位)",
  })
  ownerUnit(@Root() { ownerUnit }: CaseAccessRule): Unit {
    return unitOf(ownerUnit);
  }

  @FieldResolver(() => Boolean, {
    description: "Not withdrawn, its time has come and is not over (当前是否有效)",
  })
  inForce(@Root() rule: CaseAccessRule, @Ctx() { at }: StewardshipContext): boolean {
    return isInForce(rule, at);
  }
}
