import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DataGrant } from "../data-grant/data-grant.ts";
import { Unit, unitOf } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { breakGlass, isOverdue, reviewBreakGlass } from "./break-glass.lifecycle.ts";
import { BreakGlass, ReviewVerdict } from "./break-glass.ts";
import { BreakGlassFilter } from "./break-glass-input.ts";

const BreakGlassConnection = connectionOf(BreakGlass);

const numberDescription = "Number of the emergency access (紧急访问编号)";

@Resolver(() => BreakGlass)
export class BreakGlassResolver {
  @Query(() => BreakGlass, {
    nullable: true,
    description:
      "One emergency access by its number; null when there is none your unit takes part in (按编号查紧急访问)",
  })
  breakGlassAccess(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: StewardshipContext,
  ): Promise<BreakGlass | null> {
    return load.breakGlass.load(number);
  }

  @Query(() => BreakGlassConnection, {
    description:
      "Emergency accesses, latest first: those of your unit, those to its data, the data bureau's whole district (查找紧急访问)",
  })
  breakGlassAccesses(
    @Arg("filter", () => BreakGlassFilter, { description: "Which (筛选条件)" }) filter: BreakGlassFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { breakGlasses }: StewardshipContext,
  ): Promise<Page<BreakGlass>> {
    return breakGlasses.search(filter, args);
  }

  @Mutation(() => BreakGlass, {
    description:
      "Takes access to data for one case in an emergency, at once; its owner and the data bureau are told and the owner reviews it. For responders, the command centre, sub-district leaders and community secretaries (紧急访问)",
  })
  breakGlass(
    @Arg("owner", () => String, { description: "The subgraph that holds the data (数据所属子图)" })
    owner: string,
    @Arg("coordinates", () => [String], {
      description:
        "What is needed: `Type` or `Type.field`, 1 to 100; personal fields named one by one are shown as they are, others masked (访问字段)",
    })
    coordinates: string[],
    @Arg("case", () => String, { description: "Number of the ticket (工单编号)" }) caseNumber: string,
    @Arg("reason", () => String, { description: "Why it cannot wait, at most 2000 characters (紧急事由)" })
    reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<BreakGlass> {
    const actor = actorOf(context);
    const emergency = { owner, coordinates, case: caseNumber, reason };
    return context.breakGlasses.take({ ...emergency, idempotencyKey }, actor, (ownerUnit, rule) =>
      breakGlass(emergency, ownerUnit, rule, actor),
    );
  }

  @Mutation(() => BreakGlass, {
    description:
      "The owner of the data says whether there was need for an emergency access; where there was none, what is left of it ends (复核紧急访问)",
  })
  reviewBreakGlass(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("verdict", () => ReviewVerdict, { description: "What was found (复核结论)" }) verdict: ReviewVerdict,
    @Arg("reason", () => String, { description: "Why (复核理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<BreakGlass> {
    const actor = actorOf(context);
    return context.breakGlasses.review({ number, verdict, reason, idempotencyKey }, actor, (glass) =>
      reviewBreakGlass(glass, verdict, reason, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that owns the data; null only when it cannot be looked up (数据责任单位)",
  })
  ownerUnit(@Root() { ownerUnit }: BreakGlass): Unit {
    return unitOf(ownerUnit);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that took the access; null only when it cannot be looked up (使用单位)",
  })
  consumerUnit(@Root() { consumer }: BreakGlass): Unit {
    return unitOf(consumer);
  }

  @FieldResolver(() => DataGrant, {
    nullable: true,
    description: "The access as the gateway knows it (授权)",
  })
  grant(@Root() { number }: BreakGlass, @Ctx() { load }: StewardshipContext): Promise<DataGrant | null> {
    return load.dataGrant.load(number);
  }

  @FieldResolver(() => Boolean, {
    description: "Not reviewed though the limit is over (是否逾期未复核)",
  })
  reviewOverdue(@Root() glass: BreakGlass, @Ctx() { at }: StewardshipContext): boolean {
    return isOverdue(glass, at);
  }
}
