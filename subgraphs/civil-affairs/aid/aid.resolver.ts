import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Page } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Confided } from "../../shared/personal.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Subject } from "../../shared/subject.ts";
import type { CivilAffairsContext } from "../civil-affairs.context.ts";
import { inClear } from "../in-clear.ts";
import { communityAt, Division, Grid, gridAt, Resident, residentOf } from "../references.ts";
import {
  approveAid,
  beginPayment,
  confirmAid,
  isReviewOverdue,
  recordApplication,
  refuseAid,
  reviewAid,
  stopAid,
} from "./aid.lifecycle.ts";
import { Aid, AidConnection } from "./aid.ts";
import { AidApplicationInput, AidApprovalInput, AidListArgs } from "./aid-input.ts";
import { AidStopReason } from "./aid-state.ts";

const numberDescription = "Number of the aid (救助编号)";

@Resolver(() => Aid)
export class AidResolver {
  @Query(() => Aid, {
    nullable: true,
    description: "One aid by its number; null when there is none you may see (按编号查救助)",
  })
  aid(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: CivilAffairsContext,
  ): Promise<Aid | null> {
    return load.aid.load(number);
  }

  @Query(() => AidConnection, { description: "Aid you may see, latest first (查找救助对象)" })
  aidRecipients(
    @Args(() => AidListArgs) args: AidListArgs,
    @Ctx() { aids }: CivilAffairsContext,
  ): Promise<Page<Aid>> {
    return aids.list(args);
  }

  @Mutation(() => Aid, {
    description: "The department's staff put an application on record (登记救助申请)",
  })
  applyForAid(
    @Arg("input", () => AidApplicationInput, { description: "Who, what and why (申请内容)" })
    input: AidApplicationInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    return context.aids.apply({ ...input, idempotencyKey }, actor, () => recordApplication(input, actor));
  }

  @Mutation(() => Aid, {
    description: "The staff answerable for the place say what visit and checks found (审核)",
  })
  reviewAid(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("opinion", () => String, { description: "What was found (审核意见)" }) opinion: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    return context.aids.change("reviewAid", { number, opinion, idempotencyKey }, actor, (aid) =>
      reviewAid(aid, opinion, actor),
    );
  }

  @Mutation(() => Aid, {
    description: "The bureau approves, by another person than reviewed (审核确认)",
  })
  approveAid(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("input", () => AidApprovalInput, { description: "How much, and until when (确认内容)" })
    input: AidApprovalInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    const step = { number, input, idempotencyKey };
    return context.aids.change("approveAid", step, actor, async (aid, certificate) =>
      approveAid(aid, input, await certificate(), actor),
    );
  }

  @Mutation(() => Aid, {
    description: "The bureau refuses, and says why (不予确认)",
  })
  refuseAid(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => String, { description: "Why, as it is told to the applicant (理由)" })
    reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    return context.aids.change("refuseAid", { number, reason, idempotencyKey }, actor, (aid) =>
      refuseAid(aid, reason, actor),
    );
  }

  @Mutation(() => Aid, { description: "The bureau begins to pay, from today on (开始发放)" })
  beginAidPayment(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    return context.aids.change("beginAidPayment", { number, idempotencyKey }, actor, (aid) =>
      beginPayment(aid, actor),
    );
  }

  @Mutation(() => Aid, {
    description: "The yearly review found the conditions still met: the next is due in a year (年度复核)",
  })
  confirmAid(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("opinion", () => String, { description: "What was found (复核意见)" }) opinion: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    return context.aids.change("confirmAid", { number, opinion, idempotencyKey }, actor, (aid) =>
      confirmAid(aid, opinion, actor),
    );
  }

  @Mutation(() => Aid, { description: "The bureau stops paying (停发)" })
  stopAid(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => AidStopReason, { description: "Why (停发原因)" }) reason: AidStopReason,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<Aid> {
    const actor = actorOf(context);
    return context.aids.change("stopAid", { number, reason, idempotencyKey }, actor, (aid) =>
      stopAid(aid, reason, actor),
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it was applied for; null and WITHHELD unless it is shown to you in clear (申请理由)",
  })
  @Confided()
  applicationReason(@Root() { applicationReason }: Aid, @Ctx() { principal }: CivilAffairsContext): string {
    return inClear(principal, "Aid.applicationReason", applicationReason);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "What visit and checks found last; null until reviewed, and WITHHELD unless it is shown to you in clear (审核意见)",
  })
  @Confided()
  reviewOpinion(@Root() { reviewOpinion }: Aid, @Ctx() { principal }: CivilAffairsContext): string | null {
    return inClear(principal, "Aid.reviewOpinion", reviewOpinion);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why it was refused; null if it was not, and WITHHELD unless it is shown to you in clear (不予确认理由)",
  })
  @Confided()
  refusalReason(@Root() { refusalReason }: Aid, @Ctx() { principal }: CivilAffairsContext): string | null {
    return inClear(principal, "Aid.refusalReason", refusalReason);
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: "Who receives it; null only when the grid centre cannot tell (救助对象)",
  })
  @Subject()
  recipient(@Root() { residentId }: Aid): Resident {
    return residentOf(residentId);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid the recipient lives in; null is a gap in coverage (所属网格, ZY-3)",
  })
  grid(@Root() { placeCode }: Aid): Grid | null {
    return gridAt(placeCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The community the recipient lives in; null only when it cannot be looked up (所属社区)",
  })
  division(@Root() { placeCode }: Aid): Division {
    return communityAt(placeCode);
  }

  @FieldResolver(() => Boolean, {
    description: "The yearly review was due before today and has not been done (复核是否逾期)",
  })
  reviewOverdue(@Root() aid: Aid, @Ctx() { today }: CivilAffairsContext): boolean {
    return isReviewOverdue(aid, today);
  }
}

@Resolver(() => Resident)
export class ResidentAidResolver {
  @FieldResolver(() => [Aid], {
    nullable: true,
    description: "Aid to this person that you may see, latest first (该居民的救助)",
  })
  @ListSize(3)
  aid(@Root() { id }: Resident, @Ctx() { load }: CivilAffairsContext): Promise<Aid[]> {
    return load.aidOfResident.load(id);
  }
}
