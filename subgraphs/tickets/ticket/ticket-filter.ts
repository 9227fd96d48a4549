import { ArgsType, Field, InputType, Int, registerEnumType } from "type-graphql";
import { type Order, PageArgs } from "../../shared/connection.ts";
import { DivisionCode, GridCode } from "../../shared/scalars.ts";
import { DemandKind } from "../demand/demand-kind.ts";
import { PoolState } from "../pool/pool-state.ts";
import { TicketStepName } from "./ticket.step.ts";
import type { Ticket } from "./ticket.ts";
import { TicketFunction } from "./ticket-function.ts";
import { TicketState } from "./ticket-state.ts";

@InputType({ description: "Which tickets; everything given must hold (工单筛选条件)" })
export class TicketFilter {
  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  division?: string;

  @Field(() => DivisionCode, {
    nullable: true,
    description:
      "Known to lie in this division and no more precisely: in a district, of no sub-district yet (仅定位到此区划)",
  })
  exactDivision?: string;

  @Field(() => GridCode, { nullable: true, description: "In this grid (网格)" })
  grid?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Without a grid yet, an error to clear, or with one (尚无网格, BJ-12)",
  })
  noGridYet?: boolean;

  @Field(() => String, { nullable: true, description: "In this estate, by code (小区)" })
  estate?: string;

  @Field(() => [TicketState], { nullable: true, description: "In one of these states (状态)" })
  states?: TicketState[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: something is still to be done, also while it awaits call-back or striking off; false: struck off, archived, rejected or merged (是否未办结)",
  })
  open?: boolean;

  @Field(() => PoolState, {
    nullable: true,
    description:
      "Came in by the pool of what nobody complained of, and stands here in it (工单池状态, PG-14)",
  })
  poolState?: PoolState;

  @Field(() => Boolean, {
    nullable: true,
    description: "Ever whistled for, in whatever state it is now, or never (是否吹过哨, PG-3)",
  })
  whistled?: boolean;

  @Field(() => TicketStepName, { nullable: true, description: "Standing in this step now (所处步骤, PG-2)" })
  step?: TicketStepName;

  @Field(() => String, { nullable: true, description: "Opened by this channel, by code (渠道)" })
  channel?: string;

  @Field(() => [String], {
    nullable: true,
    description: "Opened by any channel but these, by code: what a chart of the busiest leaves (其他渠道)",
  })
  exceptChannels?: string[];

  @Field(() => DemandKind, { nullable: true, description: "Of this kind (诉求类型)" })
  kind?: DemandKind;

  @Field(() => TicketFunction, { nullable: true, description: "Worked under this function now (功能, PG-1)" })
  function?: TicketFunction;

  @Field(() => String, { nullable: true, description: "About this matter, by code (事项)" })
  matter?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "In this hot class, by number, or gone on in a ticket of it: in which its demanders asked. Residents know of none (诉求热点, ZY-21)",
  })
  hotClass?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Of this class problem, by number, or gone on in a ticket of it: in which its demanders asked (一类问题, ZY-21)",
  })
  classProblem?: string;

  @Field(() => String, { nullable: true, description: "With this handling unit, by code (承办单位)" })
  handlingUnit?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "On the open ledger: answered, unsolved and not struck off, or not on it (是否挂账, ZY-18)",
  })
  ledgered?: boolean;

  @Field(() => Date, {
    nullable: true,
    description: "On the open ledger since before this instant (挂账早于, ZY-18)",
  })
  ledgeredBefore?: Date;

  @Field(() => Date, { nullable: true, description: "Taken in at or after this instant (受理起)" })
  receivedFrom?: Date;

  @Field(() => Date, { nullable: true, description: "Taken in before this instant (受理止)" })
  receivedBefore?: Date;

  @Field(() => Int, {
    nullable: true,
    description: "Taken in during this hour of whatever day, 0 to 23, Asia/Shanghai (受理时段)",
  })
  receivedHour?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: unanswered though its limit is used up; false: not so (是否超期)",
  })
  overdue?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "A longer limit was asked for and is not decided on yet, or none is (是否待审核延期)",
  })
  extensionAsked?: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Words, or parts of them and of numbers, in title, text, place and ticket number, at least two characters each and 100 in all; all of them must be there (关键词)",
  })
  text?: string;
}

export enum TicketOrder {
  NEWEST = "NEWEST",
  OLDEST = "OLDEST",
  DUE_FIRST = "DUE_FIRST",
}
registerEnumType(TicketOrder, {
  name: "TicketOrder",
  description: "Order of tickets (工单排序)",
  valuesConfig: {
    NEWEST: { description: "Latest taken in first (最新受理)" },
    OLDEST: { description: "Earliest taken in first (最早受理)" },
    DUE_FIRST: { description: "The one due first comes first (最早到期)" },
  },
});

export const ticketOrders: Readonly<Record<TicketOrder, Order<Ticket>>> = {
  NEWEST: { name: "ticket:newest", direction: "DESC", columns: ["receivedAt", "number"] },
  OLDEST: { name: "ticket:oldest", direction: "ASC", columns: ["receivedAt", "number"] },
  DUE_FIRST: { name: "ticket:due", direction: "ASC", columns: ["dueAt", "number"] },
};

@ArgsType()
export class TicketListArgs extends PageArgs {
  @Field(() => TicketFilter, { nullable: true, description: "Which tickets; absent: all you may see (筛选)" })
  filter?: TicketFilter;

  @Field(() => TicketOrder, { defaultValue: TicketOrder.NEWEST, description: "In which order (排序)" })
  order: TicketOrder;
}
