import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import type { Day } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import { Business, businessOf } from "../business/business.ts";
import type { MarketSupervisionContext } from "../market-supervision.context.ts";
import { Grid, gridOf, Ticket, ticketOf } from "../references.ts";
import { requireTicket } from "./complaint-ticket.ts";
import { daysToDecide, isUsedUp, lastDayOf } from "./consumer-complaint.deadline.ts";
import {
  acceptComplaint,
  type ComplainedOf,
  closeComplaint,
  endMediation,
  receiveComplaint,
  rejectComplaint,
  requireFiling,
} from "./consumer-complaint.lifecycle.ts";
import {
  ConsumerComplaint,
  ConsumerComplaintConnection,
  MediationOutcome,
  RejectionReason,
} from "./consumer-complaint.ts";
import { ComplaintFilter, FileComplaintInput } from "./consumer-complaint-input.ts";

const numberDescription = "Number of the complaint (投诉编号)";

@Resolver(() => ConsumerComplaint)
export class ConsumerComplaintResolver {
  @Query(() => ConsumerComplaint, {
    nullable: true,
    description: "One consumer complaint by its number; null when there is none you reach (按编号查消费投诉)",
  })
  consumerComplaint(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<ConsumerComplaint | null> {
    return load.complaint.load(number);
  }

  @Query(() => ConsumerComplaintConnection, {
    description: "Consumer complaints you reach, latest first; a consumer's are their own (消费投诉列表)",
  })
  consumerComplaints(
    @Arg("filter", () => ComplaintFilter, {
      nullable: true,
      description: "Which ones; absent: all (筛选条件)",
    })
    filter: ComplaintFilter | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { complaints }: MarketSupervisionContext,
  ): Promise<Page<ConsumerComplaint>> {
    return complaints.search(filter ?? {}, args);
  }

  @Mutation(() => ConsumerComplaint, {
    description:
      "A consumer complains of a business, or the department puts it down for them; it goes to whom the business's place answers to (提出消费投诉, 市场监督管理投诉举报处理暂行办法 第九条、第十二条)",
  })
  async fileConsumerComplaint(
    @Arg("input", () => FileComplaintInput, { description: "What is complained of (投诉内容)" })
    input: FileComplaintInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: MarketSupervisionContext,
  ): Promise<ConsumerComplaint> {
    const actor = actorOf(context);
    requireFiling(actor);
    const asked = await sealed(
      Promise.all([complainedOf(context, input.business), ticketOfInput(context, input)]),
    );
    return context.complaints.file({ ...input, idempotencyKey }, actor, () => {
      const [business] = asked();
      return receiveComplaint(input, business, actor);
    });
  }

  @Mutation(() => ConsumerComplaint, {
    description:
      "Accepts a complaint for mediation, within 7 working days (受理消费投诉, 市场监督管理投诉举报处理暂行办法 第十四条)",
  })
  acceptConsumerComplaint(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: MarketSupervisionContext,
  ): Promise<ConsumerComplaint> {
    const actor = actorOf(context);
    return context.complaints.change(
      "acceptConsumerComplaint",
      { number, idempotencyKey },
      actor,
      (complaint) => acceptComplaint(complaint, actor),
    );
  }

  @Mutation(() => ConsumerComplaint, {
    description:
      "Rejects a complaint for a reason the rules name, within 7 working days, and tells the consumer (不予受理, 市场监督管理投诉举报处理暂行办法 第十四条、第十五条)",
  })
  rejectConsumerComplaint(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("reason", () => RejectionReason, { description: "Which reason of the rules (不予受理情形)" })
    reason: RejectionReason,
    @Arg("explanation", () => String, { description: "What the consumer is told (不予受理说明)" })
    explanation: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: MarketSupervisionContext,
  ): Promise<ConsumerComplaint> {
    const actor = actorOf(context);
    const step = { number, reason, explanation, idempotencyKey };
    return context.complaints.change("rejectConsumerComplaint", step, actor, (complaint) =>
      rejectComplaint(complaint, reason, explanation, actor),
    );
  }

  @Mutation(() => ConsumerComplaint, {
    description:
      "Ends the mediation: with an agreement within 45 working days of acceptance, or without one (调解结束, 市场监督管理投诉举报处理暂行办法 第二十条、第二十一条)",
  })
  endComplaintMediation(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("outcome", () => MediationOutcome, { description: "How it ended (调解结果)" })
    outcome: MediationOutcome,
    @Arg("account", () => String, { description: "What was agreed, or why nothing was (调解情况)" })
    account: string,
    @Arg("recoveredFen", () => Int, {
      nullable: true,
      description:
        "What the consumer gets back by the agreement, in fen (分, 1/100 yuan); absent: no money (挽回损失)",
    })
    recoveredFen: number | undefined,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: MarketSupervisionContext,
  ): Promise<ConsumerComplaint> {
    const actor = actorOf(context);
    const result = { outcome, account, ...(recoveredFen !== undefined && { recoveredFen }) };
    const step = { number, ...result, idempotencyKey };
    return context.complaints.change("endComplaintMediation", step, actor, (complaint) =>
      endMediation(complaint, result, actor),
    );
  }

  @Mutation(() => ConsumerComplaint, {
    description: "Closes a complaint whose mediation is over, once the consumer was told (消费投诉办结)",
  })
  closeConsumerComplaint(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("feedback", () => String, { description: "What the consumer was told (告知内容)" }) feedback: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: MarketSupervisionContext,
  ): Promise<ConsumerComplaint> {
    const actor = actorOf(context);
    const step = { number, feedback, idempotencyKey };
    return context.complaints.change("closeConsumerComplaint", step, actor, (complaint) =>
      closeComplaint(complaint, feedback, actor),
    );
  }

  @Subjects()
  subjects(@Root() { personId }: ConsumerComplaint): string[] {
    return subjectsOf({ person: personId });
  }

  @FieldResolver(() => Business, { description: "The business complained of (被投诉主体)" })
  business(@Root() { creditCode }: ConsumerComplaint): Business {
    return businessOf(creditCode);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid the business lay in when it was received; null when it lay in none (所在网格)",
  })
  grid(@Root() { gridCode }: ConsumerComplaint): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket by which it came; null when it came to the department itself (工单)",
  })
  ticket(@Root() { ticketNumber }: ConsumerComplaint): Ticket | null {
    return ticketNumber ? ticketOf(ticketNumber) : null;
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "Last day to accept or reject it, the 7th working day; null, with a reason, while that day's calendar is not known (受理期限)",
  })
  decisionDueOn(@Root() { receivedAt }: ConsumerComplaint): Day {
    return lastDayOf(receivedAt, daysToDecide);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the 7 working days passed before it was accepted or rejected (是否超期受理)",
  })
  decisionOverdue(
    @Root() { receivedAt, decidedAt }: ConsumerComplaint,
    @Ctx() { at }: MarketSupervisionContext,
  ): boolean {
    return isUsedUp(receivedAt, daysToDecide, decidedAt ?? at);
  }
}

@Resolver(() => Ticket)
export class TicketConsumerComplaintsResolver {
  @FieldResolver(() => ConsumerComplaintConnection, {
    nullable: true,
    description:
      "Consumer complaints that came by it, of those you reach, latest first; null only when withheld or not to be had just now (消费投诉)",
  })
  consumerComplaints(
    @Root() { number }: Ticket,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Page<ConsumerComplaint>> {
    return load.complaintsOfTicket(number, args);
  }
}

async function complainedOf(
  { register }: MarketSupervisionContext,
  creditCode: string,
): Promise<ComplainedOf> {
  const business = await register.business.load(creditCode);
  if (business) return business;
  throw refuseShared("NOT_FOUND", { kind: "business", kindZh: "市场主体", id: creditCode });
}

const ticketOfInput = async ({ graph }: MarketSupervisionContext, { ticket }: FileComplaintInput) =>
  ticket ? requireTicket(graph, ticket) : undefined;
