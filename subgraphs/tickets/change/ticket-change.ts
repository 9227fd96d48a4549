import { Field, Int, ObjectType } from "type-graphql";
import { Ticket } from "../ticket/ticket.ts";

@ObjectType({ description: "One change of a ticket, as it happens (工单变更)" })
export class TicketChange {
  @Field(() => Int, {
    description: "Place in the order of all changes; give the last one as `after` to go on from there (位置)",
  })
  position: number;

  @Field(() => String, { description: "What happened, e.g. `TICKET_SIGNED` (事件类型)" })
  kind: string;

  @Field(() => Date, { description: "When it happened (发生时间)" })
  at: Date;

  @Field(() => Ticket, {
    description: "The ticket as it is when you are told, which may be further on than this change (工单)",
  })
  ticket: Ticket;
}
