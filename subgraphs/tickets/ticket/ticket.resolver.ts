import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import type { LogEntry } from "../../shared/log-entry.ts";
import { Post } from "../../shared/principal.ts";
import { Channel } from "../channel/channel.ts";
import { ClassProblem } from "../class-problem/class-problem.ts";
import { type Demand, DemandConnection } from "../demand/demand.ts";
import { LogConnection } from "../log-connection.ts";
import { OfficialsOnly } from "../officials-only.ts";
import { Division, Estate, Grid, Matter, PowerItem, Unit } from "../references.ts";
import { Reminder } from "../reminder/reminder.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { commandCentreOf } from "../whistle/whistle-options.ts";
import { Dispatch } from "./dispatch/dispatch.ts";
import { Extension } from "./extension/extension.ts";
import { CaseLeader } from "./supervision/case-leader.ts";
import { Supervision } from "./supervision/supervision.ts";
import { isOverdue } from "./ticket.deadline.ts";
import { stepsOf, TicketStep } from "./ticket.step.ts";
import { Ticket, TicketConnection } from "./ticket.ts";
import { TicketListArgs } from "./ticket-filter.ts";

const pointer = (code: string | null): { code: string } | null => (code ? { code } : null);

@Resolver(() => Ticket)
export class TicketResolver {
  @Query(() => Ticket, {
    nullable: true,
    description: "One ticket by its number; null when there is none you may see (按编号查工单)",
  })
  ticket(
    @Arg("number", () => String, { description: "Ticket number (工单编号)" }) number: string,
    @Ctx() { load }: TicketsContext,
  ): Promise<Ticket | null> {
    return load.ticket.load(number);
  }

  @Query(() => TicketConnection, { description: "The tickets you may see (工单列表)" })
  tickets(
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() { tickets, at }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return tickets.list(args, at);
  }

  @FieldResolver(() => String, {
    description:
      "What it is about, in a line; a resident whose ticket was merged into it reads their own (标题, KF-5)",
  })
  async title(@Root() ticket: Ticket, @Ctx() { principal, load }: TicketsContext): Promise<string> {
    if (principal?.post !== Post.RESIDENT) return ticket.title;
    const [own] = (await load.demandsOfTicket(ticket.number, { first: 1 })).edges;
    return (own && (await load.ticket.load(own.node.ticketNumber))?.title) ?? "";
  }

  @FieldResolver(() => [TicketStep], { description: "The eight steps, in order (八步闭环, PG-2)" })
  steps(@Root() ticket: Ticket): TicketStep[] {
    return stepsOf(ticket);
  }

  @FieldResolver(() => Boolean, {
    description: "Still unanswered though its limit is used up, at the instant of this request (是否超期)",
  })
  overdue(@Root() ticket: Ticket, @Ctx() { at }: TicketsContext): boolean {
    return isOverdue(ticket, at);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Smallest division known to hold it; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: Ticket): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "Its grid; null: no grid yet, an error to clear (所在网格, BJ-12)",
  })
  grid(@Root() { gridCode }: Ticket): Grid | null {
    return pointer(gridCode);
  }

  @FieldResolver(() => Boolean, { description: "No grid yet, an error to clear (尚无网格, BJ-12)" })
  noGridYet(@Root() { gridCode }: Ticket): boolean {
    return gridCode === null;
  }

  @FieldResolver(() => Estate, { nullable: true, description: "Its estate; null outside one (所在小区)" })
  estate(@Root() { estateCode }: Ticket): Estate | null {
    return pointer(estateCode);
  }

  @FieldResolver(() => Matter, { nullable: true, description: "What it is about; null until matched (事项)" })
  matter(@Root() { matterCode }: Ticket): Matter | null {
    return pointer(matterCode);
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description: "The matched item; null until matched, or when a contract answers (职权事项, PG-5)",
  })
  item(@Root() { itemCode }: Ticket): PowerItem | null {
    return pointer(itemCode);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The body the lists name for it (匹配单位)" })
  matchedUnit(@Root() { matchedUnitCode }: Ticket): Unit | null {
    return pointer(matchedUnitCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "The command centre that takes it in and dispatches it, where somebody is on duty day and night; null only when it cannot be looked up (指挥中心, GZ-16)",
  })
  commandCentre(@Root() { districtCode }: Ticket): Unit {
    return { code: commandCentreOf(districtCode) };
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who it is with; null while with the centre (承办单位)",
  })
  handlingUnit(@Root() { handlingUnitCode }: Ticket): Unit | null {
    return pointer(handlingUnitCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "First unit that signed for it: answerable to the end, whoever else is called (首接负责)",
  })
  firstReceiver(@Root() { firstReceiverCode }: Ticket): Unit | null {
    return pointer(firstReceiverCode);
  }

  @FieldResolver(() => CaseLeader, {
    nullable: true,
    description: "The leader who took the case; null when none did (包案领导, PG-7)",
  })
  caseLeader(@Root() ticket: Ticket): CaseLeader | null {
    const { caseLeaderId: personId, caseLeaderName: name, caseLeaderUnitCode: unitCode } = ticket;
    return personId && name && unitCode
      ? Object.assign(new CaseLeader(), { personId, name, unitCode })
      : null;
  }

  @FieldResolver(() => DemandConnection, {
    description:
      "The demands behind it, those of merged tickets too; a resident reads their own (诉求, KF-5)",
  })
  demands(
    @Root() { number }: Ticket,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Demand>> {
    return load.demandsOfTicket(number, args);
  }

  @FieldResolver(() => [Channel], {
    description: "By which channels it came in, merged tickets too (诉求渠道, KF-5)",
  })
  async channels(@Root() ticket: Ticket, @Ctx() { load }: TicketsContext): Promise<Channel[]> {
    const merged = await load.mergedInto.load(ticket.number);
    const codes = new Set([ticket, ...merged].map(({ channelCode }) => channelCode));
    const channels = await Promise.all([...codes].map((code) => load.channel.load(code)));
    return channels.filter((channel) => channel !== null);
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket in which it goes on; null unless merged (并入工单, KF-5)",
  })
  mergedInto(
    @Root() { mergedIntoNumber }: Ticket,
    @Ctx() { load }: TicketsContext,
  ): Promise<Ticket | null> | null {
    return mergedIntoNumber ? load.ticket.load(mergedIntoNumber) : null;
  }

  @FieldResolver(() => [Ticket], { description: "The tickets that were merged into it (并入的工单, KF-5)" })
  merged(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<Ticket[]> {
    return load.mergedInto.load(number);
  }

  @FieldResolver(() => ClassProblem, {
    nullable: true,
    description: "The class of problem it belongs to; null while it stands alone (一类问题, ZY-21)",
  })
  classProblem(
    @Root() { classProblemNumber }: Ticket,
    @Ctx() { load }: TicketsContext,
  ): Promise<ClassProblem | null> | null {
    return classProblemNumber ? load.classProblem.load(classProblemNumber) : null;
  }

  @FieldResolver(() => [Dispatch], { description: "Every sending and return, in order (派单记录)" })
  dispatches(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<Dispatch[]> {
    return load.dispatchesOfTicket.load(number);
  }

  @FieldResolver(() => [Extension], { description: "Every longer limit asked for, in order (延期记录)" })
  extensions(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<Extension[]> {
    return load.extensionsOfTicket.load(number);
  }

  @FieldResolver(() => [Supervision], { description: "Every pressing, in order (督办记录, ZY-18)" })
  supervisions(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<Supervision[]> {
    return load.supervisionsOfTicket.load(number);
  }

  @FieldResolver(() => [Reminder], {
    nullable: true,
    description: "Reminders of its limit, given or planned, the earliest first (提醒记录, ZY-17)",
  })
  @OfficialsOnly()
  reminders(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<Reminder[]> {
    return load.reminders.load(number);
  }

  @FieldResolver(() => LogConnection, {
    description: "Every change, oldest first, never altered (自动留痕, ZY-17)",
  })
  log(
    @Root() { number }: Ticket,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<LogEntry>> {
    return load.logOfTicket(number, args);
  }
}

@Resolver(() => CaseLeader)
export class CaseLeaderResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Unit the leader belongs to; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: CaseLeader): Unit {
    return { code: unitCode };
  }
}

@Resolver(() => Dispatch)
export class DispatchResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "To whom; null only when it cannot be looked up (派往单位)",
  })
  unit(@Root() { unitCode }: Dispatch): Unit {
    return { code: unitCode };
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "About what; null only when it cannot be looked up (事项)",
  })
  matter(@Root() { matterCode }: Dispatch): Matter {
    return { code: matterCode };
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description: "Under which item; null when it goes by contract (职权事项, PG-5)",
  })
  item(@Root() { itemCode }: Dispatch): PowerItem | null {
    return pointer(itemCode);
  }
}

@Resolver(() => Extension)
export class ExtensionResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "Who decided; null until then, of decisions made before it was kept, or when it cannot be looked up (审核单位)",
  })
  decidedBy(@Root() { decidedByUnitCode: code }: Extension): Unit | null {
    return code ? { code } : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who asked; null only when it cannot be looked up (申请单位)",
  })
  unit(@Root() { unitCode }: Extension): Unit {
    return { code: unitCode };
  }
}

@Resolver(() => Supervision)
export class SupervisionResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who presses; null only when it cannot be looked up (督办单位)",
  })
  supervisor(@Root() { supervisorUnitCode }: Supervision): Unit {
    return { code: supervisorUnitCode };
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who is pressed; null only when it cannot be looked up (被督办单位)",
  })
  unit(@Root() { unitCode }: Supervision): Unit {
    return { code: unitCode };
  }
}
