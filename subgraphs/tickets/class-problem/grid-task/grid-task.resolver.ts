import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { ask, sealed } from "../../../shared/asking.ts";
import { type Page, PageArgs } from "../../../shared/connection.ts";
import type { GraphClient } from "../../../shared/graph-client.ts";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { actorOf } from "../../../shared/move.ts";
import { DivisionCode, GridCode } from "../../../shared/scalars.ts";
import { OfficialsOnly, requireOfficial } from "../../officials-only.ts";
import { Grid } from "../../references.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { ClassProblem } from "../class-problem.ts";
import { assignGridTasks, reportGridTask } from "./grid-task.lifecycle.ts";
import { gridTaskOf } from "./grid-task.store.ts";
import { GridTask, GridTaskConnection, GridTaskReach } from "./grid-task.ts";
import { GridTargetsInput, GridTaskReportInput } from "./grid-task-input.ts";

const NumberArg = () => Arg("number", () => String, { description: "Number of the class problem (编号)" });
const KeyArg = () => Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription });

@Resolver(() => ClassProblem)
export class ClassProblemTasksResolver {
  @Mutation(() => ClassProblem, {
    description:
      "Once its plan is approved, every grid of its place gets a task, for all members and assistants there (下达网格任务, ZY-21)",
  })
  async assignGridTasks(
    @NumberArg() number: string,
    @Arg("task", () => String, { description: "What is to be done, at most 2000 characters (任务内容)" })
    task: string,
    @Arg("targets", () => [GridTargetsInput], {
      description: "How many people are to be reached in each grid (各网格目标人数)",
    })
    targets: GridTargetsInput[],
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const { classProblems, graph, load } = context;
    const actor = actorOf(context);
    const known = await load.classProblem.load(number);
    const grids = await sealed(known ? gridsWithin(graph, known.divisionCode) : Promise.resolve([]));
    const assigned = await classProblems.changeGridTasks(
      "assignGridTasks",
      { number, idempotencyKey, task, targets },
      actor,
      (problem, earlier) => assignGridTasks(problem, earlier, { task, targets, grids: grids() }, actor),
    );
    context.reread();
    return assigned;
  }

  @Mutation(() => ClassProblem, {
    description: "The grid's member or its community reports how many were reached (上报网格任务, ZY-21)",
  })
  async reportGridTask(
    @NumberArg() number: string,
    @Arg("report", () => GridTaskReportInput, { description: "How far they are (进展)" })
    report: GridTaskReportInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<ClassProblem> {
    const actor = actorOf(context);
    const reported = await context.classProblems.changeGridTasks(
      "reportGridTask",
      { number, idempotencyKey, ...report },
      actor,
      async (problem, _, transaction) =>
        reportGridTask(problem, await gridTaskOf(transaction, problem, report.grid), report, actor),
    );
    context.reread();
    return reported;
  }

  @FieldResolver(() => GridTaskConnection, {
    nullable: true,
    description:
      "Its tasks by grid, a community those of its own grids; empty until given, withheld from residents (网格任务, ZY-21)",
  })
  @OfficialsOnly()
  gridTasks(
    @Root() { number }: ClassProblem,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TicketsContext,
  ): Promise<Page<GridTask>> {
    return load.gridTasksOfClassProblem(number, args);
  }

  @FieldResolver(() => GridTaskReach, {
    nullable: true,
    description:
      "How far its grids are, all together; null until they have tasks, withheld from residents (进度, ZY-21)",
  })
  @OfficialsOnly()
  async reach(
    @Root() { number }: ClassProblem,
    @Ctx() { load }: TicketsContext,
  ): Promise<GridTaskReach | null> {
    const reach = await load.reachOfClassProblem.load(number);
    if (!reach) return null;
    const { grids, done, targets, reached } = reach;
    const share = targets === 0 ? null : Math.round((reached * 10_000) / targets) / 100;
    return Object.assign(new GridTaskReach(), { grids, done, targets, reached, share });
  }
}

@Resolver(() => GridTask)
export class GridTaskResolver {
  @Query(() => GridTaskConnection, {
    description:
      "Grid tasks in a place, those given first on top; withheld from residents (网格任务列表, ZY-21)",
  })
  gridTasks(
    @Arg("division", () => DivisionCode, { description: "Of grids within this division (区划)" })
    division: string,
    @Arg("grid", () => GridCode, { nullable: true, description: "Of this grid alone (网格)" })
    grid: string | undefined,
    @Arg("open", () => Boolean, {
      nullable: true,
      description:
        "True: not everybody is reached, and it can still be reported on; false: not so (是否未完成)",
    })
    open: boolean | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { gridTasks, principal }: TicketsContext,
  ): Promise<Page<GridTask>> {
    requireOfficial(principal, "Query.gridTasks");
    return gridTasks.list({ division, grid, open }, args);
  }

  @FieldResolver(() => ClassProblem, {
    nullable: true,
    description: "What it is a task of; null only when you may not see it (一类问题)",
  })
  classProblem(
    @Root() { classProblemNumber }: GridTask,
    @Ctx() { load }: TicketsContext,
  ): Promise<ClassProblem | null> {
    return load.classProblem.load(classProblemNumber);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid, with its members; null only when it cannot be looked up (网格)",
  })
  grid(@Root() { gridCode }: GridTask): Grid {
    return { code: gridCode };
  }
}

interface GridPage {
  readonly grids: {
    readonly edges: readonly { readonly node: { readonly code: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Every grid of a division, as the grid centre knows them today. */
async function gridsWithin(graph: GraphClient, within: string): Promise<string[]> {
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const { grids }: GridPage = await ask<GridPage>(
      graph,
      "grids",
      `query GridsOfPlace($within: DivisionCode!, $after: String) {
        grids(within: $within, first: 100, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } }
      }`,
      { within, after },
    );
    codes.push(...grids.edges.map(({ node }) => node.code));
    after = grids.pageInfo.hasNextPage ? grids.pageInfo.endCursor : null;
  } while (after);
  return codes;
}
