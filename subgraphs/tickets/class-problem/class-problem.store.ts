import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { RiseStore } from "../rise/rise.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { ClassProblem, type ClassProblemState } from "./class-problem.ts";
import { problemsInSight } from "./class-problem.visibility.ts";
import type { GridTasksMove } from "./grid-task/grid-task.lifecycle.ts";
import { gridTasksOf, keepGridTasks } from "./grid-task/grid-task.store.ts";
import type { GridTask } from "./grid-task/grid-task.ts";
import type { PlanField } from "./plan.ts";
import { lockTrend } from "./trend.store.ts";

const newest: Order<ClassProblem> = {
  name: "class-problem:newest",
  direction: "DESC",
  columns: ["openedAt", "number"],
};

/** What is left to do before one may be closed. */
export interface Left {
  readonly unanswered: readonly string[];
  /** Grids whose task is open. */
  readonly openTasks: readonly string[];
}

export interface ClassProblemWish {
  readonly division: string;
  readonly states?: readonly ClassProblemState[] | undefined;
  readonly order: "NEWEST" | "RISING";
  readonly at: Date;
}

/** Every query on class problems, restricted to those in sight. */
export class ClassProblemStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<ClassProblem[]> {
    return this.#visible()
      .andWhere({ districtCode: In(numbers.map(districtOf)), number: In([...numbers]) })
      .getMany();
  }

  async list({ division, states, order, at }: ClassProblemWish, args: PageArgs): Promise<Page<ClassProblem>> {
    const query = this.#visible().andWhere(
      "problem.divisionCode >= :division AND problem.divisionCode < :divisionEnd",
      { division, divisionEnd: `${division}:` },
    );
    if (states) query.andWhere({ state: In([...states]) });
    if (order === "NEWEST") return page(query, newest, args);
    const found = await query.select("problem.number", "number").getRawMany<{ number: string }>();
    const numbers = found.map(({ number }) => number);
    return new RiseStore(this.#database, at).page("classProblem", numbers, args, (shown) =>
      this.byNumbers(shown),
    );
  }

  listOfEstates(estates: readonly string[], args: PageArgs): Promise<Map<string, Page<ClassProblem>>> {
    return pageEach(estates, this.#visible().andWhere("problem.estateCode = parent.key"), newest, args);
  }

  change(
    mutation: string,
    {
      number,
      idempotencyKey,
      ...input
    }: { number: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (problem: ClassProblem, left: Left) => Move<ClassProblem>,
  ): Promise<ClassProblem> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: ClassProblem };
    return once(this.#database, request, async (transaction) => {
      const problem = await this.#visible(transaction)
        .andWhere({ districtCode: districtOf(number), number })
        .getOne();
      if (!problem) throw refuse("NOT_FOUND", { kind: "class problem", kindZh: "一类问题", id: number });
      await lockTrend(transaction, problem);
      const left = {
        unanswered: await unansweredOf(transaction, problem),
        openTasks: (await gridTasksOf(transaction, problem))
          .filter(({ doneAt }) => doneAt === null)
          .map(({ gridCode }) => gridCode),
      };
      return apply(transaction, ClassProblem, problem, number, decide(problem, left), actor);
    });
  }

  /** Opens one from a ticket, as somebody judged. Under the lock of the trend: nothing joins or opens beside it. */
  open(
    {
      ticket: number,
      idempotencyKey,
      ...input
    }: { ticket: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    judge: (ticket: Ticket) => Omit<ClassProblem, "number">,
  ): Promise<ClassProblem> {
    const asked = { ticket: number, ...input };
    const mutation = "openClassProblem";
    const request = { ...actor, mutation, idempotencyKey, input: asked, answer: ClassProblem };
    return once(this.#database, request, async (transaction) => {
      const districtCode = districtOf(number);
      await lockTrend(transaction, { districtCode });
      const ticket = await visibleTo(transaction.createQueryBuilder(Ticket, "ticket"), this.#principal)
        .andWhere({ districtCode, number })
        .getOne();
      if (!ticket) throw refuse("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });
      const judged = judge(ticket);
      const problem = Object.assign(new ClassProblem(), judged, {
        number: await nextNumber(transaction, districtCode, "CLASS_PROBLEM", actor.at),
      });
      await transaction.insert(ClassProblem, problem);
      await transaction.update(Ticket, { districtCode, number }, { classProblemNumber: problem.number });
      await record(transaction, actor, {
        subject: problem.number,
        kind: "CLASS_PROBLEM_OPENED",
        payload: { matter: problem.matterCode, estate: null, grid: null, tickets: [number] },
      });
      return problem;
    });
  }

  /** Moves the tasks of its grids. One after another: members of two grids who report at once are both heard. */
  changeGridTasks(
    mutation: string,
    {
      number,
      idempotencyKey,
      ...input
    }: { number: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (
      problem: ClassProblem,
      tasks: readonly GridTask[],
      transaction: EntityManager,
    ) => GridTasksMove | Promise<GridTasksMove>,
  ): Promise<ClassProblem> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: ClassProblem };
    return once(this.#database, request, async (transaction) => {
      const key = { districtCode: districtOf(number), number };
      await transaction.findOne(ClassProblem, { where: key, lock: { mode: "pessimistic_write" } });
      const problem = await this.#visible(transaction).andWhere(key).getOne();
      if (!problem) throw refuse("NOT_FOUND", { kind: "class problem", kindZh: "一类问题", id: number });
      const { tasks, move } = await decide(problem, await gridTasksOf(transaction, problem), transaction);
      await keepGridTasks(transaction, tasks);
      return apply(transaction, ClassProblem, problem, number, move, actor);
    });
  }

  /** The plans of a place by their field of work, of class problems opened in a period. */
  async planFields(division: string, from: Date, until: Date): Promise<PlanField[]> {
    return this.#visible()
      .andWhere("problem.planField IS NOT NULL")
      .andWhere("problem.divisionCode >= :division AND problem.divisionCode < :divisionEnd", {
        division,
        divisionEnd: `${division}:`,
      })
      .andWhere("problem.openedAt >= :from AND problem.openedAt < :until", { from, until })
      .select("problem.planField", "field")
      .addSelect("count(*)::int", "plans")
      .addSelect("count(problem.approvedAt)::int", "approved")
      .addSelect("count(problem.closedAt)::int", "carriedOut")
      .groupBy("problem.planField")
      .orderBy('"plans"', "DESC")
      .addOrderBy('"field"')
      .getRawMany();
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<ClassProblem> {
    return problemsInSight(manager.createQueryBuilder(ClassProblem, "problem"), this.#principal);
  }
}

/** Tickets of the problem whose demanders have no answer yet; a merged one is answered with the ticket it went into. */
async function unansweredOf(
  transaction: EntityManager,
  { districtCode, number }: ClassProblem,
): Promise<string[]> {
  const rows: { number: string }[] = await transaction.query(
    `SELECT ticket.number FROM ticket
     LEFT JOIN ticket survivor
       ON survivor.district_code = ticket.district_code AND survivor.number = ticket.merged_into_number
     WHERE ticket.district_code = $1 AND ticket.class_problem_number = $2
       AND coalesce(survivor.feedback_at, ticket.feedback_at) IS NULL
       AND coalesce(survivor.state, ticket.state) <> 'REJECTED'
     ORDER BY ticket.number`,
    [districtCode, number],
  );
  return rows.map((row) => row.number);
}
