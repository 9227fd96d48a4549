import { GraphQLLocalDate } from "graphql-scalars";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { type Day, dayOf, endOfDay, startOfDay } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { OfficialsOnly, requireOfficial } from "../officials-only.ts";
import { Division, Estate, Grid, Matter, Unit } from "../references.ts";
import { risingDescription } from "../rise/rise.ts";
import { type Ticket, TicketConnection } from "../ticket/ticket.ts";
import { TicketListArgs } from "../ticket/ticket-filter.ts";
import type { TicketsContext } from "../tickets.context.ts";
import {
  approvePlan,
  closeClassProblem,
  recordCause,
  recordProgress,
  setPlan,
} from "./class-problem.lifecycle.ts";
import { ClassProblem, ClassProblemConnection, ClassProblemState } from "./class-problem.ts";
import { openClassProblem } from "./opening.lifecycle.ts";
import { Plan, PlanField, PlanInput } from "./plan.ts";

export enum ClassProblemOrder {
  NEWEST = "NEWEST",
  RISING = "RISING",
}
registerEnumType(ClassProblemOrder, {
  name: "ClassProblemOrder",
  description: "Order of class problems (一类问题排序)",
  valuesConfig: {
    NEWEST: { description: "Opened last first (最新)" },
    RISING: { description: risingDescription },
  },
});

const DAY = 24 * 60 * 60 * 1000;

const NumberArg = () => Arg("number", () => String, { description: "Number of the class problem (编号)" });

const KeyArg = () =>
  Arg("idempotencyKey", () => String, {
    description: idempotencyKeyDescription,
  });

@Resolver(() => ClassProblem)
export class ClassProblemResolver {
  @Query(() => ClassProblem, {
    nullable: true,
    description: "One class problem by its number; null when there is none you may see (按编号查一类问题)",
  })
  classProblem(@NumberArg() number: string, @Ctx() { load }: TicketsContext): Promise<ClassProblem | null> {
    return load.classProblem.load(number);
  }

  @Query(() => ClassProblemConnection, {
    description: "Class problems in a division (一类问题列表)",
  })
  classProblems(
    @Arg("division", () => DivisionCode, { description: "Within this division (区划)" }) division: string,
    @Arg("states", () => [ClassProblemState], { nullable: true, description: "In these states (状态)" })
    states: ClassProblemState[] | undefined,
    @Arg("order", () => ClassProblemOrder, {
      defaultValue: ClassProblemOrder.NEWEST,
      description: "In which order (排序)",
    })
    order: ClassProblemOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { classProblems, principal, at }: TicketsContext,
  ): Promise<Page<ClassProblem>> {
    // The order would tell what `ClassProblem.rise` withholds.
    if (order === ClassProblemOrder.RISING) requireOfficial(principal, "Query.classProblems(order: RISING)");
    return classProblems.list({ division, states, order, at }, args);
  }

  @Query(() => [PlanField], {
    description:
      "How many plans there are in each field of work, of class problems opened in a period, as far as you may see them (分领域方案统计, ZY-21)",
  })
  @ListSize(20)
  plansByField(
    @Arg("division", () => DivisionCode, { description: "Within this division (区划)" }) division: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
    @Ctx() { classProblems }: TicketsContext,
  ): Promise<PlanField[]> {
    return classProblems.planFields(division, startOfDay(from), endOfDay(until));
  }

  @Mutation(() => ClassProblem, {
    description:
      "Somebody who answers for the place takes one ticket for a whole class of problem, before many have asked (研判为一类问题, ZY-21)",
  })
  async openClassProblem(
    @Arg("ticket", () => String, { description: "The ticket that told of it, matched (工单编号)" })
    ticket: string,
    @Arg("title", () => String, { description: "What to call it, at most 100 characters (名称)" })
    title: string,
    @Arg("grounds", () => String, { description: "Why it is more than one demand (研判理由)" })
    grounds: string,
    @Arg("division", () => DivisionCode, {
      nullable: true,
      description: "All around which it is to be solved; absent: the ticket's own (所涉区划)",
    })
    division: string | undefined,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    const opening = { title, grounds, division };
    const opened = await context.classProblems.open({ ticket, ...opening, idempotencyKey }, actor, (found) =>
      openClassProblem(found, opening, actor),
    );
    context.reread();
    return opened;
  }

  @Mutation(() => ClassProblem, { description: "Why the problem exists, as found on site (查明成因, PG-11)" })
  recordCause(
    @NumberArg() number: string,
    @Arg("cause", () => String, { description: "The cause, at most 2000 characters (成因)" }) cause: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    return change(context, "recordCause", { number, idempotencyKey, cause }, actor, (problem) =>
      recordCause(problem, { cause }, actor),
    );
  }

  @Mutation(() => ClassProblem, {
    description: "What is to be done, once the cause is known (制定方案, ZY-21)",
  })
  setPlan(
    @NumberArg() number: string,
    @Arg("plan", () => PlanInput, { description: "The plan (方案)" }) plan: PlanInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    return change(context, "setPlan", { number, idempotencyKey, ...plan }, actor, (problem) =>
      setPlan(problem, plan, actor),
    );
  }

  @Mutation(() => ClassProblem, {
    description: "A leader answerable for the place approves the plan (批准方案)",
  })
  approvePlan(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    return change(context, "approvePlan", { number, idempotencyKey }, actor, (problem) =>
      approvePlan(problem, actor),
    );
  }

  @Mutation(() => ClassProblem, { description: "How many are done altogether by now (记录进展)" })
  recordProgress(
    @NumberArg() number: string,
    @Arg("quantityDone", () => Int, { description: "Done and in use, altogether (完成数量)" })
    quantityDone: number,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    return change(context, "recordProgress", { number, idempotencyKey, quantityDone }, actor, (problem) =>
      recordProgress(problem, { quantityDone }, actor),
    );
  }

  @Mutation(() => ClassProblem, {
    description: "Closes it when the plan is carried out and every one of its tickets is answered (办结)",
  })
  closeClassProblem(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    return change(context, "closeClassProblem", { number, idempotencyKey }, actor, (problem, left) =>
      closeClassProblem(problem, left, actor),
    );
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "What it is about; null only when it cannot be looked up (事项)",
  })
  matter(@Root() { matterCode }: ClassProblem): Matter {
    return { code: matterCode };
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division of its first ticket; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: ClassProblem): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => Estate, {
    nullable: true,
    description: "Its estate; null when it is a grid's, or its tickets lie all around (所在小区)",
  })
  estate(@Root() { estateCode }: ClassProblem): Estate | null {
    return estateCode ? { code: estateCode } : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "Its grid; null when it is an estate's, or its tickets lie all around (所在网格)",
  })
  grid(@Root() { gridCode }: ClassProblem): Grid | null {
    return gridCode ? { code: gridCode } : null;
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: "The plan; null until there is one, withheld from residents (方案)",
  })
  @OfficialsOnly()
  plan(@Root() problem: ClassProblem): Plan | null {
    const { planField: field, planText: text, quantityUnit, quantityPlanned, quantityDone } = problem;
    if (!field || !text || !quantityUnit || quantityPlanned === null) return null;
    const { approvedByUnitCode, approvedAt } = problem;
    return Object.assign(new Plan(), {
      field,
      text,
      quantityUnit,
      quantityPlanned,
      quantityDone: quantityDone ?? 0,
      approvedByUnitCode,
      approvedAt,
    });
  }

  @FieldResolver(() => Int, { description: "Days from opening to closing, or until now (历时天数)" })
  daysTaken(@Root() { openedAt, closedAt }: ClassProblem, @Ctx() { at }: TicketsContext): number {
    return (Date.parse(dayOf(closedAt ?? at)) - Date.parse(dayOf(openedAt))) / DAY;
  }

  @FieldResolver(() => TicketConnection, {
    description: "Every ticket it is made of that you may see (关联工单)",
  })
  tickets(
    @Root() { number }: ClassProblem,
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return load.ticketsOfClassProblem(number, args);
  }
}

/** Carries a move out. What the rest of the request selects is read after it. */
async function change(
  context: TicketsContext,
  ...move: Parameters<TicketsContext["classProblems"]["change"]>
): Promise<ClassProblem> {
  const moved = await context.classProblems.change(...move);
  context.reread();
  return moved;
}

@Resolver(() => Plan)
export class PlanResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who approved it; null until approved (批准单位)",
  })
  approvedBy(@Root() { approvedByUnitCode }: Plan): Unit | null {
    return approvedByUnitCode ? { code: approvedByUnitCode } : null;
  }
}

@Resolver(() => Estate)
export class EstateClassProblemsResolver {
  @FieldResolver(() => ClassProblemConnection, {
    nullable: true,
    description:
      "Class problems of the estate that you may see, newest first; null only when not to be had just now (小区一类问题, ZY-21)",
  })
  classProblems(
    @Root() { code }: Estate,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<ClassProblem>> {
    return load.classProblemsOfEstate(code, args);
  }
}
