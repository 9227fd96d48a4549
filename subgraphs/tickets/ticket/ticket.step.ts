import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Ticket } from "./ticket.ts";
import { TicketState as S } from "./ticket-state.ts";

/** The eight steps of the closed loop (八步闭环), in their order. */
export enum TicketStepName {
  DISCOVERY = "DISCOVERY",
  COLLECTION = "COLLECTION",
  MATCHING = "MATCHING",
  DISPATCH = "DISPATCH",
  WHISTLE = "WHISTLE",
  REPORT_FOR_DUTY = "REPORT_FOR_DUTY",
  FEEDBACK = "FEEDBACK",
  EVALUATION = "EVALUATION",
}
registerEnumType(TicketStepName, {
  name: "TicketStepName",
  description: "One of the eight steps (八步闭环, PG-2)",
  valuesConfig: {
    DISCOVERY: { description: "The problem is found (发现问题)" },
    COLLECTION: { description: "It is taken in (信息汇集)" },
    MATCHING: { description: "Powers and duties are matched (权责匹配)" },
    DISPATCH: { description: "It is dispatched and handled (派单办理)" },
    WHISTLE: { description: "Others are called by whistle, when needed (吹哨解决)" },
    REPORT_FOR_DUTY: { description: "The called units arrive, when needed (报到处置)" },
    FEEDBACK: { description: "The demander is answered (结果反馈)" },
    EVALUATION: { description: "The result is judged (考核评价)" },
  },
});

@ObjectType({ description: "One of the eight steps of a ticket (八步闭环之一, PG-2)" })
export class TicketStep {
  @Field(() => TicketStepName, { description: "Which step (步骤)" })
  name: TicketStepName;

  @Field(() => Date, {
    nullable: true,
    description: "When it was entered; null: not reached, or skipped (进入时间)",
  })
  enteredAt: Date | null;

  @Field(() => Boolean, {
    description: "The ticket went on without it; only whistle and report can be skipped (是否跳过)",
  })
  skipped: boolean;
}

const N = TicketStepName;

/** The eight steps of a ticket. Only 吹哨解决 and 报到处置 may be left out, the others never (PG-2). */
export function stepsOf(ticket: Ticket): TicketStep[] {
  const wentOn = ticket.handledAt !== null;
  const step = (name: TicketStepName, enteredAt: Date | null, optional = false): TicketStep =>
    Object.assign(new TicketStep(), { name, enteredAt, skipped: optional && wentOn && enteredAt === null });
  return [
    step(N.DISCOVERY, ticket.discoveredAt),
    step(N.COLLECTION, ticket.receivedAt),
    step(N.MATCHING, ticket.matchedAt),
    step(N.DISPATCH, ticket.dispatchedAt),
    step(N.WHISTLE, ticket.whistledAt, true),
    step(N.REPORT_FOR_DUTY, ticket.arrivedAt, true),
    step(N.FEEDBACK, ticket.feedbackAt),
    step(N.EVALUATION, ticket.calledBackAt),
  ];
}

/** The states a ticket can have while it stands in a step. Rejected and merged tickets stand in none. */
export const statesInStep: Readonly<Record<TicketStepName, readonly S[]>> = {
  DISCOVERY: [],
  COLLECTION: [S.RECEIVED, S.VERIFIED],
  MATCHING: [S.MATCHED, S.RETURNED, S.REOPENED],
  DISPATCH: [S.DISPATCHED, S.SIGNED, S.IN_PROGRESS, S.EXTENDED, S.SUPERVISED, S.HANDLED, S.LEDGERED],
  WHISTLE: [S.WHISTLED],
  REPORT_FOR_DUTY: [S.WHISTLED],
  FEEDBACK: [S.FEEDBACK_GIVEN],
  EVALUATION: [S.CALLED_BACK, S.STRUCK_OFF, S.ARCHIVED],
};
