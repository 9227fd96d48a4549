import type { DataSource, EntityManager } from "typeorm";
import {
  countedPage,
  countedPageEach,
  type Order,
  type Page,
  type PageArgs,
} from "../../../shared/connection.ts";
import { refuse } from "../../../shared/errors.ts";
import { districtOf, holdsPost, type Principal } from "../../../shared/principal.ts";
import { communityPosts, placeInSight } from "../../place-in-sight.ts";
import { legalFrom } from "../class-problem.lifecycle.ts";
import { ClassProblem } from "../class-problem.ts";
import { problemsInSight } from "../class-problem.visibility.ts";
import { GridTask, type GridTaskReach } from "./grid-task.ts";

const byGrid: Order<GridTask> = {
  name: "grid-task:grid",
  direction: "ASC",
  columns: ["gridCode", "classProblemNumber"],
};

const oldest: Order<GridTask> = {
  name: "grid-task:oldest",
  direction: "ASC",
  columns: ["assignedAt", "classProblemNumber", "gridCode"],
};

export interface GridTaskWish {
  readonly division: string;
  readonly grid?: string | undefined;
  readonly open?: boolean | undefined;
}

type Reach = Omit<GridTaskReach, "share"> & { readonly classProblem: string };

/** Queries on grid tasks of class problems in sight: a community is told its own grids'. */
export class GridTaskStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  listOfClassProblems(numbers: readonly string[], args: PageArgs): Promise<Map<string, Page<GridTask>>> {
    const query = this.#visible()
      .andWhere("task.districtCode = left(parent.key, 6)")
      .andWhere("task.classProblemNumber = parent.key");
    return countedPageEach(numbers, query, byGrid, args);
  }

  /** Those of a place, whichever class problem they are of, given first on top. */
  list({ division, grid, open }: GridTaskWish, args: PageArgs): Promise<Page<GridTask>> {
    const query = this.#visible();
    const problem = problemsInSight(
      query
        .subQuery()
        .select("1")
        .from(ClassProblem, "problem")
        .where("problem.districtCode = task.districtCode AND problem.number = task.classProblemNumber"),
      this.#principal,
    );
    query
      .andWhere("task.gridCode >= :listed AND task.gridCode < :listedEnd", {
        listed: division,
        listedEnd: `${division}:`,
      })
      .andWhere(`EXISTS ${problem.getQuery()}`)
      .setParameters(problem.getParameters());
    if (division.length >= 6) {
      query.andWhere("task.districtCode = :listedDistrict", { listedDistrict: districtOf(division) });
    }
    if (grid) query.andWhere({ gridCode: grid });
    if (open !== undefined) query.andWhere(`${open ? "" : "NOT"} (${openTask})`);
    return countedPage(query, oldest, args);
  }

  /** Of all the grids of each: what is told of them together names none. */
  reachOf(numbers: readonly string[]): Promise<Reach[]> {
    return this.#database.query(
      `SELECT class_problem_number AS "classProblem", count(*)::int AS grids, count(done_at)::int AS done,
              sum(targets)::int AS targets, sum(reached)::int AS reached
       FROM grid_task WHERE district_code = ANY($1) AND class_problem_number = ANY($2)
       GROUP BY class_problem_number`,
      [numbers.map(districtOf), numbers],
    );
  }

  #visible() {
    const query = this.#database.manager.createQueryBuilder(GridTask, "task");
    const principal = this.#principal;
    if (!principal || !holdsPost(principal)) return query.where("false");
    if (!communityPosts.includes(principal.post)) return query.where("true");
    const place = placeInSight(principal);
    if (place === null) return query.where("false");
    return query.where("task.gridCode >= :place AND task.gridCode < :placeEnd", {
      place,
      placeEnd: `${place}:`,
    });
  }
}

/** Its members can still report on it. */
const openTask = `task.doneAt IS NULL AND EXISTS (
  SELECT FROM class_problem worked
  WHERE (worked.district_code, worked.number) = (task.districtCode, task.classProblemNumber)
    AND worked.state IN (${legalFrom.reportGridTask.map((state) => `'${state}'`).join(", ")}))`;

const keyOf = ({ districtCode, number }: ClassProblem) => ({ districtCode, classProblemNumber: number });

export const gridTasksOf = (transaction: EntityManager, problem: ClassProblem): Promise<GridTask[]> =>
  transaction.find(GridTask, { where: keyOf(problem), order: { gridCode: "ASC" } });

export async function gridTaskOf(
  transaction: EntityManager,
  problem: ClassProblem,
  grid: string,
): Promise<GridTask> {
  const task = await transaction.findOneBy(GridTask, { ...keyOf(problem), gridCode: grid });
  if (task) return task;
  throw refuse("NOT_FOUND", { kind: "grid task", kindZh: "网格任务", id: `${problem.number}/${grid}` });
}

export async function keepGridTasks(transaction: EntityManager, tasks: readonly GridTask[]): Promise<void> {
  await transaction.upsert(GridTask, [...tasks], ["districtCode", "classProblemNumber", "gridCode"]);
}
