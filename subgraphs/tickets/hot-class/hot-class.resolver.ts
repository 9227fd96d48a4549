import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ClassProblem } from "../class-problem/class-problem.ts";
import { Division, Estate, Grid, Matter, Unit } from "../references.ts";
import { risingDescription } from "../rise/rise.ts";
import { type Ticket, TicketConnection } from "../ticket/ticket.ts";
import { TicketListArgs } from "../ticket/ticket-filter.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { HotClass, HotClassConnection } from "./hot-class.ts";

export enum HotClassOrder {
  STRONGEST = "STRONGEST",
  LATEST = "LATEST",
  RISING = "RISING",
}
registerEnumType(HotClassOrder, {
  name: "HotClassOrder",
  description: "Order of hot classes (热点排序)",
  valuesConfig: {
    STRONGEST: { description: "Of most demanders first, then the latest (按热度)" },
    LATEST: { description: "Asked for last first (按时间)" },
    RISING: { description: risingDescription },
  },
});

const pointer = (code: string | null): { code: string } | null => (code ? { code } : null);

const NumberArg = () => Arg("number", () => String, { description: "Number of the hot class (热点编号)" });

const ReasonArg = () =>
  Arg("reason", () => String, { description: "Why, at most 500 characters; it is kept (理由)" });

const KeyArg = () => Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription });

@Resolver(() => HotClass)
export class HotClassResolver {
  @Query(() => HotClass, {
    nullable: true,
    description: "One hot class by its number; null when there is none you may see (按编号查诉求热点)",
  })
  hotClass(@NumberArg() number: string, @Ctx() { load }: TicketsContext): Promise<HotClass | null> {
    return load.hotClass.load(number);
  }

  @Query(() => HotClassConnection, {
    description:
      "What many ask for just now in a division: classes of as many demanders as the district's rule asks for, still going on (诉求热点列表, ZY-21)",
  })
  hotClasses(
    @Arg("division", () => DivisionCode, { description: "In this division, or reaching into it (区划)" })
    division: string,
    @Arg("order", () => HotClassOrder, {
      defaultValue: HotClassOrder.STRONGEST,
      description: "In which order (排序)",
    })
    order: HotClassOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { hotClasses, at }: TicketsContext,
  ): Promise<Page<HotClass>> {
    return hotClasses.list({ division, order, at }, args);
  }

  @Mutation(() => HotClass, {
    description:
      "Two hot classes are one: every ticket of the first goes over into the other, which is the answer (合并热点)",
  })
  async mergeHotClasses(
    @NumberArg() number: string,
    @Arg("into", () => String, { description: "Number of the one that goes on (并入热点)" }) into: string,
    @ReasonArg() reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<HotClass> {
    const actor = actorOf(context);
    const merged = await context.hotClasses.merge({ number, into, reason, idempotencyKey }, actor);
    context.reread();
    return merged;
  }

  @Mutation(() => HotClass, {
    description:
      "Some of its tickets are something else: they go into a hot class of their own, which is the answer, and leave the class problem that came of the first. Later detection leaves them there (拆分热点)",
  })
  async splitHotClass(
    @NumberArg() number: string,
    @Arg("tickets", () => [String], { description: "Numbers of the tickets that go (拆出工单)" })
    tickets: string[],
    @ReasonArg() reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<HotClass> {
    const actor = actorOf(context);
    const own = await context.hotClasses.split({ number, tickets, reason, idempotencyKey }, actor);
    context.reread();
    return own;
  }

  @Mutation(() => HotClass, {
    description:
      "It is no class of problem: it leaves the list, and demands like it neither bring it back nor open a class problem. A class problem that came of it is dismissed with it, unless its plan is approved: then PLAN_ALREADY_APPROVED (排除热点)",
  })
  async dismissHotClass(
    @NumberArg() number: string,
    @ReasonArg() reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<HotClass> {
    const actor = actorOf(context);
    const dismissed = await context.hotClasses.dismiss({ number, reason, idempotencyKey }, actor);
    context.reread();
    return dismissed;
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "The matter most of them were matched to; null while none is matched (事项)",
  })
  matter(@Root() { matterCode }: HotClass): Matter | null {
    return pointer(matterCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Smallest division that holds them all; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: HotClass): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => Estate, {
    nullable: true,
    description: "The estate at least half of them lie in; null where there is none (所在小区)",
  })
  estate(@Root() { estateCode }: HotClass): Estate | null {
    return pointer(estateCode);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description:
      "The grid at least half of them lie in, outside an estate; null where there is none (所在网格)",
  })
  grid(@Root() { gridCode }: HotClass): Grid | null {
    return pointer(gridCode);
  }

  @FieldResolver(() => ClassProblem, {
    nullable: true,
    description: "The class problem that came of it; null until one did (一类问题)",
  })
  classProblem(
    @Root() { classProblemNumber }: HotClass,
    @Ctx() { load }: TicketsContext,
  ): Promise<ClassProblem | null> {
    return classProblemNumber ? load.classProblem.load(classProblemNumber) : Promise.resolve(null);
  }

  @FieldResolver(() => HotClass, {
    nullable: true,
    description: "The one it was merged into; null unless merged (并入热点)",
  })
  mergedInto(
    @Root() { mergedIntoNumber }: HotClass,
    @Ctx() { load }: TicketsContext,
  ): Promise<HotClass | null> {
    return mergedIntoNumber ? load.hotClass.load(mergedIntoNumber) : Promise.resolve(null);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that last decided on it; null where nobody did (处置单位)",
  })
  decidedBy(@Root() { decidedByUnitCode }: HotClass): Unit | null {
    return pointer(decidedByUnitCode);
  }

  @FieldResolver(() => TicketConnection, {
    description: "Every ticket it is made of that you may see (相关工单)",
  })
  tickets(
    @Root() { number }: HotClass,
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return load.ticketsOfHotClass(number, args);
  }
}
