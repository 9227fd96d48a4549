import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Unit, unitOf } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { approveGrant, isInForce, refuseGrant, requestGrant, revokeGrant } from "./data-grant.lifecycle.ts";
import { DataGrant } from "./data-grant.ts";
import { DataGrantFilter, NarrowedGrantInput, RequestDataGrantInput } from "./data-grant-input.ts";
import { GrantExtent } from "./grant-extent.ts";

const DataGrantConnection = connectionOf(DataGrant, { counted: true });

const numberDescription = "Number of the data grant (授权编号)";

@Resolver(() => DataGrant)
export class DataGrantResolver {
  @Query(() => DataGrant, {
    nullable: true,
    description:
      "One data grant by its number; null when there is none your unit takes part in (按编号查数据授权)",
  })
  dataGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: StewardshipContext,
  ): Promise<DataGrant | null> {
    return load.dataGrant.load(number);
  }

  @Query(() => DataGrantConnection, {
    description:
      "Data grants, latest first: an owner's and a consumer's own, the data bureau's whole district (查找数据授权)",
  })
  dataGrants(
    @Arg("filter", () => DataGrantFilter, { description: "Which data grants (筛选条件)" })
    filter: DataGrantFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { dataGrants }: StewardshipContext,
  ): Promise<Page<DataGrant>> {
    return dataGrants.search(filter, args);
  }

  @Mutation(() => DataGrant, {
    description:
      "Asks the owner of data for a grant: by the consumer's data steward, principal officer or leader (申请数据授权)",
  })
  requestDataGrant(
    @Arg("input", () => RequestDataGrantInput, { description: "What is asked for, and why (申请内容)" })
    input: RequestDataGrantInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<DataGrant> {
    const actor = actorOf(context);
    return context.dataGrants.request({ ...input, idempotencyKey }, actor, (ownerUnit) =>
      requestGrant(input, ownerUnit, actor),
    );
  }

  @Mutation(() => DataGrant, {
    description:
      "The owner's data steward or principal officer approves a request, never one of their own: all of it, or less (批准数据授权)",
  })
  approveDataGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => String, { description: "Why, told to whoever asked (决定理由)" }) reason: string,
    @Arg("narrowed", () => NarrowedGrantInput, {
      nullable: true,
      description: "What of it is granted; null: all of it (部分批准的范围)",
    })
    narrowed: NarrowedGrantInput | undefined,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<DataGrant> {
    const actor = actorOf(context);
    const step = {
      mutation: "approveDataGrant",
      number,
      reason,
      idempotencyKey,
      ...(narrowed && { narrowed }),
    };
    return context.dataGrants.move(step, actor, (grant) => approveGrant(grant, reason, actor, narrowed));
  }

  @Mutation(() => DataGrant, {
    description: "The owner's data steward or principal officer refuses a request (驳回数据授权)",
  })
  refuseDataGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => String, { description: "Why (驳回理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<DataGrant> {
    const actor = actorOf(context);
    const step = { mutation: "refuseDataGrant", number, reason, idempotencyKey };
    return context.dataGrants.move(step, actor, (grant) => refuseGrant(grant, reason, actor));
  }

  @Mutation(() => DataGrant, {
    description:
      "Revokes an approved grant before its time: the owner its own, the data bureau's steward any of the district (撤销数据授权)",
  })
  revokeDataGrant(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => String, { description: "Why (撤销理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<DataGrant> {
    const actor = actorOf(context);
    const step = { mutation: "revokeDataGrant", number, reason, idempotencyKey };
    return context.dataGrants.move(step, actor, (grant) => revokeGrant(grant, reason, actor));
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that owns the data; null only when it cannot be looked up (数据责任单位)",
  })
  ownerUnit(@Root() { ownerUnit }: DataGrant): Unit {
    return unitOf(ownerUnit);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "The unit, or the division's office, that may read; null only when it cannot be looked up (使用单位)",
  })
  consumerUnit(@Root() { consumer }: DataGrant): Unit {
    return unitOf(consumer);
  }

  @FieldResolver(() => GrantExtent, {
    nullable: true,
    description:
      "What was asked for, where the owner granted less of it; null where nothing was decided, or what was asked for was (申请范围)",
  })
  asked(@Root() grant: DataGrant): GrantExtent | null {
    const { askedCoordinates, askedClear, askedValidFrom, askedValidUntil, askedListMaximum } = grant;
    if (!askedCoordinates || !askedClear || !askedValidFrom || !askedValidUntil) return null;
    return Object.assign(new GrantExtent(), {
      coordinates: askedCoordinates,
      clear: askedClear,
      validFrom: askedValidFrom,
      validUntil: askedValidUntil,
      listMaximum: askedListMaximum,
    });
  }

  @FieldResolver(() => Boolean, { description: "Approved, its time has come and is not over (当前是否有效)" })
  inForce(@Root() grant: DataGrant, @Ctx() { at }: StewardshipContext): boolean {
    return isInForce(grant, at);
  }

  @FieldResolver(() => Boolean, { description: "Its time is over, whatever its state (是否到期)" })
  expired(@Root() { validUntil }: DataGrant, @Ctx() { at }: StewardshipContext): boolean {
    return at >= validUntil;
  }
}
