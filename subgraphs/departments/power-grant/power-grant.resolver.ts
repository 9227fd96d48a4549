import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { Unit } from "../unit/unit.ts";
import { approveGrant, listGrant, reviewGrant, revokeGrant, stateIntent } from "./power-grant.lifecycle.ts";
import { PowerGrant } from "./power-grant.ts";
import { PowerGrantFilter, StateIntentInput } from "./power-grant-input.ts";

const PowerGrantConnection = connectionOf(PowerGrant, { counted: true });

const numberDescription = "Number of the grant (赋权编号)";

@Resolver(() => PowerGrant)
export class PowerGrantResolver {
  @Query(() => PowerGrant, {
    nullable: true,
    description: "One grant by its number; null when there is none you take part in (按编号查赋权)",
  })
  powerGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<PowerGrant | null> {
    return load.powerGrant.load(number);
  }

  @Query(() => PowerGrantConnection, {
    description: "Grants you take part in, latest first: as sub-district, department or district (查找赋权)",
  })
  powerGrants(
    @Arg("filter", () => PowerGrantFilter, { description: "Which grants (筛选条件)" })
    filter: PowerGrantFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { powerGrants }: DepartmentsContext,
  ): Promise<Page<PowerGrant>> {
    return powerGrants.search(filter, args);
  }

  @Mutation(() => PowerGrant, {
    description:
      "A sub-district's leader states the intent to take a department's power on (提出承接意向, GZ-5)",
  })
  stateGrantIntent(
    @Arg("input", () => StateIntentInput, { description: "Which power, and why (意向内容)" })
    input: StateIntentInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<PowerGrant> {
    const actor = actorOf(context);
    return context.powerGrants.begin({ ...input, idempotencyKey }, actor, (item, receiver) =>
      stateIntent(input, item, receiver, actor),
    );
  }

  @Mutation(() => PowerGrant, {
    description: "The granting department's principal officer gives an opinion (部门审核, GZ-5)",
  })
  reviewGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("opinion", () => String, { description: "The department's opinion (审核意见)" }) opinion: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<PowerGrant> {
    const actor = actorOf(context);
    const input = { number, opinion, idempotencyKey };
    return context.powerGrants.step("reviewGrant", input, actor, (grant) =>
      reviewGrant(grant, opinion, actor),
    );
  }

  @Mutation(() => PowerGrant, {
    description: "The district government approves a reviewed grant (政府批准, GZ-5)",
  })
  approveGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("document", () => String, { description: "Number of the approving document (批准文号)" })
    document: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<PowerGrant> {
    const actor = actorOf(context);
    const input = { number, document, idempotencyKey };
    return context.powerGrants.step("approveGrant", input, actor, (grant) =>
      approveGrant(grant, document, actor),
    );
  }

  @Mutation(() => PowerGrant, {
    description:
      "The list keeper enters an approved grant in the open batch of the sub-district's power list; publishing the batch publishes the grant (列入清单, GZ-5)",
  })
  listGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<PowerGrant> {
    const actor = actorOf(context);
    return context.powerGrants.list({ number, idempotencyKey }, actor, (grant, batch) =>
      listGrant(grant, batch, actor),
    );
  }

  @Mutation(() => PowerGrant, {
    description:
      "The district government takes a grant back. One already published leaves the list by its open batch, and counts until that takes effect (收回赋权, GZ-5, GZ-11)",
  })
  revokeGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => String, { description: "Why (收回原因)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<PowerGrant> {
    const actor = actorOf(context);
    return context.powerGrants.revoke({ number, reason, idempotencyKey }, actor, (grant) =>
      revokeGrant(grant, reason, actor),
    );
  }

  @FieldResolver(() => PowerItem, { nullable: true, description: "The power granted (事项)" })
  item(@Root() { itemCode }: PowerGrant, @Ctx() { load }: DepartmentsContext): Promise<PowerItem | null> {
    return load.powerItem.load(itemCode);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The department whose power it is (赋权部门)" })
  grantingUnit(
    @Root() { grantingUnitCode }: PowerGrant,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> {
    return load.unit.load(grantingUnitCode);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The sub-district that takes it on (承接街道)" })
  receivingUnit(
    @Root() { receivingUnitCode }: PowerGrant,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> {
    return load.unit.load(receivingUnitCode);
  }
}
