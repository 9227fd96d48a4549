import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { ClassProblem, type ClassProblemState } from "./class-problem.ts";
import { lockTrend } from "./trend.store.ts";

const newest: Order<ClassProblem> = {
  name: "class-problem:newest",
  direction: "DESC",
  columns: ["openedAt", "number"],
};

export interface ClassProblemWish {
  readonly division: string;
  readonly states?: readonly ClassProblemState[] | undefined;
}

/** Every query on class problems. Who may see one of its tickets may see the problem. */
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

  list({ division, states }: ClassProblemWish, args: PageArgs): Promise<Page<ClassProblem>> {
    const query = this.#visible().andWhere(
      "problem.divisionCode >= :division AND problem.divisionCode < :divisionEnd",
      { division, divisionEnd: `${division}:` },
    );
    if (states) query.andWhere({ state: In([...states]) });
    return page(query, newest, args);
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
    decide: (problem: ClassProblem, unanswered: readonly string[]) => Move<ClassProblem>,
  ): Promise<ClassProblem> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: ClassProblem };
    return once(this.#database, request, async (transaction) => {
      const problem = await this.#visible(transaction)
        .andWhere({ districtCode: districtOf(number), number })
        .getOne();
      if (!problem) throw refuse("NOT_FOUND", { kind: "class problem", kindZh: "一类问题", id: number });
      await lockTrend(transaction, problem);
      const unanswered = await unansweredOf(transaction, problem);
      return apply(transaction, ClassProblem, problem, number, decide(problem, unanswered), actor);
    });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<ClassProblem> {
    const query = manager.createQueryBuilder(ClassProblem, "problem");
    const tickets = visibleTo(
      query
        .subQuery()
        .select("1")
        .from(Ticket, "ticket")
        .where("ticket.districtCode = problem.districtCode")
        .andWhere("ticket.classProblemNumber = problem.number"),
      this.#principal,
    );
    return query.where(`EXISTS ${tickets.getQuery()}`).setParameters(tickets.getParameters());
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
