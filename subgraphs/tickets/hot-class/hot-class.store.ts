import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { dismissClassProblem } from "../class-problem/class-problem.lifecycle.ts";
import { ClassProblem, openStates } from "../class-problem/class-problem.ts";
import { lockTrend } from "../class-problem/trend.store.ts";
import { ruleInForce } from "../class-problem/trend-rule.store.ts";
import { RiseStore } from "../rise/rise.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { dismissHotClass, mergeHotClass, splitHotClass } from "./hot-class.lifecycle.ts";
import { HotClass, HotClassState } from "./hot-class.ts";
import { membersOf, put, refreshed } from "./hot-class-placement.store.ts";

const strongest: Order<HotClass> = {
  name: "hot-class:strongest",
  direction: "DESC",
  columns: ["demanders", "lastAt", "number"],
};

const latest: Order<HotClass> = {
  name: "hot-class:latest",
  direction: "DESC",
  columns: ["lastAt", "number"],
};

export interface HotClassWish {
  readonly division: string;
  readonly order: "STRONGEST" | "LATEST" | "RISING";
  readonly at: Date;
}

interface Decision {
  readonly number: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Every query on hot classes. Officials who may see one of its tickets may see the class; residents see none. */
export class HotClassStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<HotClass[]> {
    return this.#visible()
      .andWhere({ districtCode: In(numbers.map(districtOf)), number: In([...numbers]) })
      .getMany();
  }

  /** Those that are hot at the instant: watched, of as many demanders as the rule asks for, and still going on. */
  async list({ division, order, at }: HotClassWish, args: PageArgs): Promise<Page<HotClass>> {
    const rule = await ruleInForce(this.#database.manager, districtOf(division), at);
    const query = this.#visible()
      .andWhere({ districtCode: districtOf(division), state: HotClassState.OPEN })
      .andWhere("hotClass.demanders >= :hotDemanders", rule)
      .andWhere("hotClass.lastAt >= :since AND hotClass.firstAt <= :at", {
        since: new Date(at.getTime() - rule.hotWithinHours * 3_600_000),
        at,
      })
      // One that spreads over several communities lies in each of them.
      .andWhere(
        `(hotClass.divisionCode >= :division AND hotClass.divisionCode < :divisionEnd
          OR starts_with(:division, hotClass.divisionCode))`,
        { division, divisionEnd: `${division}:` },
      );
    if (order !== "RISING") return page(query, order === "LATEST" ? latest : strongest, args);
    const found = await query.select("hotClass.number", "number").getRawMany<{ number: string }>();
    const numbers = found.map(({ number }) => number);
    return new RiseStore(this.#database, at).page("hotClass", numbers, args, (shown) =>
      this.byNumbers(shown),
    );
  }

  /** Every ticket of one goes over into the other. */
  merge({ number, into, reason, idempotencyKey }: Decision & { into: string }, actor: Actor) {
    const request = { mutation: "mergeHotClasses", idempotencyKey, input: { number, into, reason } };
    return this.#decide(request, actor, async (transaction) => {
      const hotClass = await this.#one(transaction, number);
      const other = await this.#one(transaction, into);
      const move = mergeHotClass(hotClass, other, { reason }, actor);
      await apply(transaction, HotClass, hotClass, number, move, actor);
      const going = await membersOf(transaction, hotClass.districtCode, number);
      await put(transaction, other, going, "PERSON");
      await joinProblem(transaction, other, going, actor);
      return this.#refreshed(transaction, other, actor);
    });
  }

  /** The tickets go into a class of their own, which is the answer. */
  split(
    { number, tickets, reason, idempotencyKey }: Decision & { tickets: readonly string[] },
    actor: Actor,
  ) {
    const request = { mutation: "splitHotClass", idempotencyKey, input: { number, tickets, reason } };
    return this.#decide(request, actor, async (transaction) => {
      const hotClass = await this.#one(transaction, number);
      const { districtCode, classProblemNumber } = hotClass;
      const known = await membersOf(transaction, districtCode, number);
      const move = splitHotClass(hotClass, { members: known, tickets, reason }, actor);
      const moved = await apply(transaction, HotClass, hotClass, number, move, actor);
      const own = await nextNumber(transaction, districtCode, "HOT_CLASS", actor.at);
      const { state, decisionReason, decidedByUnitCode, decidedAt } = moved;
      await transaction.insert(HotClass, {
        ...hotClass,
        number: own,
        classProblemNumber: null,
        ...{ state, decisionReason, decidedByUnitCode, decidedAt, version: 1 },
      });
      await put(transaction, { districtCode, number: own }, [...new Set(tickets)], "PERSON");
      // Who says which go says which stay.
      const staying = known.filter((ticket) => !tickets.includes(ticket));
      await put(transaction, { districtCode, number }, staying, "PERSON");
      await transaction.query(
        `UPDATE ticket SET class_problem_number = NULL
         WHERE district_code = $1 AND number = ANY($2) AND class_problem_number = $3`,
        [districtCode, tickets, classProblemNumber],
      );
      await this.#refreshed(transaction, moved, actor);
      return this.#refreshed(transaction, { districtCode, number: own }, actor);
    });
  }

  dismiss({ number, reason, idempotencyKey }: Decision, actor: Actor): Promise<HotClass> {
    const request = { mutation: "dismissHotClass", idempotencyKey, input: { number, reason } };
    return this.#decide(request, actor, async (transaction) => {
      const hotClass = await this.#one(transaction, number);
      const { districtCode, classProblemNumber: problemNumber } = hotClass;
      const move = dismissHotClass(hotClass, { reason }, actor);
      if (problemNumber) {
        const problem = await transaction.findOneByOrFail(ClassProblem, {
          districtCode,
          number: problemNumber,
        });
        await apply(
          transaction,
          ClassProblem,
          problem,
          problemNumber,
          dismissClassProblem(problem, actor),
          actor,
        );
      }
      return apply(transaction, HotClass, hotClass, number, move, actor);
    });
  }

  #decide(
    { input, ...request }: { mutation: string; idempotencyKey: string; input: { number: string } },
    actor: Actor,
    effect: (transaction: EntityManager) => Promise<HotClass>,
  ): Promise<HotClass> {
    return once(this.#database, { ...request, ...actor, input, answer: HotClass }, async (transaction) => {
      await lockTrend(transaction, { districtCode: districtOf(input.number) });
      return effect(transaction);
    });
  }

  async #refreshed(
    transaction: EntityManager,
    { districtCode, number }: Pick<HotClass, "districtCode" | "number">,
    { at }: Actor,
  ): Promise<HotClass> {
    return refreshed(transaction, districtCode, number, await ruleInForce(transaction, districtCode, at));
  }

  async #one(transaction: EntityManager, number: string): Promise<HotClass> {
    const found = await this.#visible(transaction)
      .andWhere({ districtCode: districtOf(number), number })
      .getOne();
    if (found) return found;
    throw refuse("NOT_FOUND", { kind: "hot class", kindZh: "诉求热点", id: number });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<HotClass> {
    const query = manager.createQueryBuilder(HotClass, "hotClass");
    if (this.#principal?.post === Post.RESIDENT) return query.where("false");
    const tickets = visibleTo(
      query
        .subQuery()
        .select("1")
        .from(Ticket, "ticket")
        .innerJoin(
          "hot_class_ticket",
          "placed",
          "placed.district_code = ticket.districtCode AND placed.ticket_number = ticket.number",
        )
        .where("placed.district_code = hotClass.districtCode")
        .andWhere("placed.hot_class_number = hotClass.number"),
      this.#principal,
    );
    return query.where(`EXISTS ${tickets.getQuery()}`).setParameters(tickets.getParameters());
  }
}

/** What goes into a class goes into the class problem that came of it, where the centre matched it to that matter. */
async function joinProblem(
  transaction: EntityManager,
  { districtCode, classProblemNumber }: HotClass,
  tickets: readonly string[],
  actor: Actor,
): Promise<void> {
  const [joined]: [{ number: string }[], number] = await transaction.query(
    `UPDATE ticket SET class_problem_number = problem.number
     FROM class_problem problem
     WHERE problem.district_code = $1 AND problem.number = $2 AND problem.state = ANY($4)
       AND ticket.district_code = $1 AND ticket.number = ANY($3)
       AND ticket.class_problem_number IS NULL AND ticket.matter_code = problem.matter_code
     RETURNING ticket.number`,
    [districtCode, classProblemNumber, tickets, openStates],
  );
  if (!classProblemNumber || joined.length === 0) return;
  await record(transaction, actor, {
    subject: classProblemNumber,
    kind: "CLASS_PROBLEM_JOINED",
    payload: { tickets: joined.map(({ number }) => number) },
  });
}
