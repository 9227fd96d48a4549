import type { Actor, Move } from "../../../shared/move.ts";
import { coversDivision, Post } from "../../../shared/principal.ts";
import { refuse as refuseTicket } from "../../tickets.errors.ts";
import { written } from "../../written.ts";
import { refuse } from "../class-problem.errors.ts";
import { requireMove, requireStanding } from "../class-problem.lifecycle.ts";
import type { ClassProblem } from "../class-problem.ts";
import type { GridTask } from "./grid-task.ts";
import type { GridTargetsInput, GridTaskReportInput } from "./grid-task-input.ts";

const giving: readonly Post[] = [Post.SUBDISTRICT_LEADER, Post.DISTRICT_LEADER, Post.CENTRE_DISPATCHER];
const reporting: readonly Post[] = [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

/** What of the tasks changes with a move of their class problem. */
export interface GridTasksMove {
  readonly tasks: readonly GridTask[];
  readonly move: Move<ClassProblem>;
}

/** 下达网格任务: once the plan is approved, to every grid of the place at once (ZY-21). */
export function assignGridTasks(
  problem: ClassProblem,
  earlier: readonly GridTask[],
  { task, targets, grids }: { task: string; targets: readonly GridTargetsInput[]; grids: readonly string[] },
  actor: Actor,
): GridTasksMove {
  requireMove(problem, "assignGridTasks", giving, actor);
  const { number, districtCode, divisionCode: division } = problem;
  if (!problem.approvedAt) throw refuseTicket("PLAN_NOT_APPROVED", { number });
  if (earlier.length > 0) throw refuse("GRID_TASKS_GIVEN", { number });
  const given = new Map(targets.map(({ grid, targets: people }) => [grid, people]));
  const missing = grids.filter((grid) => !given.has(grid));
  const unknown = [...given.keys()].filter((grid) => !grids.includes(grid));
  if (missing.length > 0 || unknown.length > 0) {
    throw refuse("GRID_TASKS_INCOMPLETE", { division, missing, unknown });
  }
  const told = written("task", task, 2_000);
  const tasks = [...given].map(([grid, people]): GridTask => {
    if (people < 0) throw refuse("GRID_TASK_NUMBERS", { grid, reached: 0, targets: people, before: 0 });
    return {
      districtCode,
      classProblemNumber: number,
      gridCode: grid,
      task: told,
      targets: people,
      reached: 0,
      assignedAt: actor.at,
      reportedAt: null,
      doneAt: null,
    };
  });
  const all = tasks.reduce((sum, each) => sum + each.targets, 0);
  return {
    tasks,
    move: { change: {}, kind: "GRID_TASKS_ASSIGNED", payload: { grids: tasks.length, targets: all } },
  };
}

/** 上报: how many they found and reached; done once all found are reached. */
export function reportGridTask(
  problem: ClassProblem,
  task: GridTask,
  { reached, found }: GridTaskReportInput,
  actor: Actor,
): GridTasksMove {
  const { gridCode: grid, reached: before } = task;
  const { principal, at } = actor;
  const { post, unit } = principal;
  if (!reporting.includes(post) || !coversDivision(principal, grid)) {
    throw refuse("NOT_THE_GRIDS_MEMBER", { post, unit, grid, posts: reporting });
  }
  requireStanding(problem, "reportGridTask");
  const targets = found ?? task.targets;
  if (reached < before || reached > targets) {
    throw refuse("GRID_TASK_NUMBERS", { grid, reached, targets, before });
  }
  const done = reached === targets;
  return {
    tasks: [{ ...task, targets, reached, reportedAt: at, doneAt: done ? (task.doneAt ?? at) : null }],
    move: { change: {}, kind: "GRID_TASK_REPORTED", payload: { grid, targets, reached, done } },
  };
}
