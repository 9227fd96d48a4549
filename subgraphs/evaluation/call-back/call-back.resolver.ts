import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { Requires } from "../../shared/schema-directives.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Division, divisionOf, Matter, matterOf, Ticket, ticketOf, Unit, unitOf } from "../references.ts";
import { recordCallBack, requireCentre } from "./call-back.lifecycle.ts";
import { CallBack, CallBackChannel, CallBackConnection, InvalidReason, Satisfaction } from "./call-back.ts";
import { CallBackFilter } from "./call-back-filter.ts";
import { ticketToCallBack } from "./ticket-to-call-back.ts";

@InputType({ description: "What the demander answered, or why there is no answer (回访结果)" })
class CallBackInput {
  @Field(() => String, { description: "Ticket number (工单编号)" })
  ticket: string;

  @Field(() => CallBackChannel, { description: "How the demander was asked (回访方式)" })
  channel: CallBackChannel;

  @Field(() => Int, { defaultValue: 1, description: "How often it was tried, 1 to 20 (尝试次数)" })
  attempts: number;

  @Field(() => InvalidReason, {
    nullable: true,
    description: "Why it does not count; absent for a valid call-back (无效原因)",
  })
  invalidReason?: InvalidReason;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the handling unit had got in touch; needed when valid (是否联系)",
  })
  contacted?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the demander says it is solved; needed when valid (是否解决)",
  })
  solved?: boolean;

  @Field(() => Satisfaction, {
    nullable: true,
    description: "How the demander judges the handling; needed when valid (满意度)",
  })
  satisfaction?: Satisfaction;

  @Field(() => String, {
    nullable: true,
    description: "What else the demander said, at most 2,000 characters (意见)",
  })
  opinion?: string;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@Resolver(() => CallBack)
export class CallBackResolver {
  @Query(() => CallBackConnection, { description: "Call-backs you may see, newest first (回访列表)" })
  callBacks(
    @Arg("filter", () => CallBackFilter, { nullable: true, description: "Which ones; absent: all (筛选)" })
    filter: CallBackFilter | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { callBacks }: EvaluationContext,
  ): Promise<Page<CallBack>> {
    return callBacks.search(filter ?? {}, args);
  }

  @Mutation(() => CallBack, {
    description:
      "The command centre records a call-back once feedback was given, never about what it handled itself (回访, PG-2)",
  })
  async recordCallBack(
    @Arg("input", () => CallBackInput, { description: "The answer (回访结果)" }) input: CallBackInput,
    @Ctx() context: EvaluationContext,
  ): Promise<CallBack> {
    const actor = actorOf(context);
    requireCentre(input.ticket, actor);
    const ticket = await sealed(ticketToCallBack(context.graph, input.ticket));
    return context.callBacks.record(input, actor, (earlier) =>
      recordCallBack(ticket(), earlier, input, actor),
    );
  }

  /** Of a ticket merged from several demands, the words may be another caller's (KF-5). */
  @FieldResolver(() => String, {
    nullable: true,
    description: "What else the demander said; null if nothing, and to residents (回访意见)",
  })
  opinion(@Root() { opinion }: CallBack, @Ctx() { principal }: EvaluationContext): string | null {
    return principal?.post === Post.RESIDENT ? null : opinion;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket it is about; null when you may not see it, or it cannot be looked up (工单)",
  })
  ticket(@Root() { ticketNumber }: CallBack): Ticket {
    return ticketOf(ticketNumber);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The division the ticket comes from; null only when it cannot be looked up (区划)",
  })
  division(@Root() { divisionCode }: CallBack): Division {
    return divisionOf(divisionCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that handled the ticket; null only when it cannot be looked up (承办单位)",
  })
  handlingUnit(@Root() { handlingUnitCode }: CallBack): Unit {
    return unitOf(handlingUnitCode);
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "What the ticket is about; null: unmatched (事项)",
  })
  matter(@Root() { matterCode }: CallBack): Matter | null {
    return matterCode ? matterOf(matterCode) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that recorded it; null only when it cannot be looked up (回访单位)",
  })
  callerUnit(@Root() { callerUnitCode }: CallBack): Unit {
    return unitOf(callerUnitCode);
  }
}

@Resolver(() => Ticket)
export class TicketCallBacksResolver {
  /**
   * Whose a ticket is, the tickets subgraph knows. Requiring a field of its row makes the gateway ask there first, so
   * that what the caller may not see there is not told here either.
   */
  @FieldResolver(() => [CallBack], {
    nullable: true,
    description:
      "What the demander said about its handling, oldest first; null only when not to be had just now (回访)",
  })
  @Requires("receivedAt")
  callBacks(
    @Root() { number, receivedAt }: Ticket,
    @Ctx() { load }: EvaluationContext,
  ): Promise<CallBack[]> | [] {
    return receivedAt ? load.callBacksOfTicket.load(number) : [];
  }
}
