import type { DataSource, EntityManager, SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import {
  countedPage,
  countedPageEach,
  type Order,
  type Page,
  type PageArgs,
} from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { refuse } from "../evaluation.errors.ts";
import { besideKeys, onlyVisible } from "../visibility.ts";
import { isFullyEvaluated } from "./whistle-evaluation.lifecycle.ts";
import { EvaluationState, WhistleEvaluation } from "./whistle-evaluation.ts";
import type { WhistleEvaluationFilter } from "./whistle-evaluation-filter.ts";

/** Which evaluation: there is one per whistle, evaluator and evaluated unit. */
export interface EvaluationKey {
  readonly whistle: string;
  readonly evaluator: string;
  readonly subject: string;
}

const oldestFirst: Order<WhistleEvaluation> = {
  name: "whistle-evaluation:oldest",
  direction: "ASC",
  columns: ["dueSince", "whistleNumber", "evaluatorUnitCode", "subjectUnitCode"],
};

/**
 * Notes what fell due on a whistle; one confirmed a second time adds nothing to what it already has. With nobody to
 * grade, nothing is waited for.
 */
export async function addEvaluationsDue(
  transaction: EntityManager,
  whistle: string,
  due: readonly WhistleEvaluation[],
  actor: Actor,
): Promise<void> {
  if (due.length === 0) return recordEvaluated(transaction, whistle, due, actor);
  await transaction
    .createQueryBuilder()
    .insert()
    .into(WhistleEvaluation)
    .values([...due])
    .orIgnore()
    .execute();
}

const recordEvaluated = (
  transaction: EntityManager,
  whistle: string,
  evaluations: readonly WhistleEvaluation[],
  actor: Actor,
): Promise<void> =>
  record(transaction, actor, {
    subject: whistle,
    kind: "WHISTLE_EVALUATED",
    payload: { whistle, given: evaluations.filter(({ state }) => state !== EvaluationState.DUE).length },
  });

/** Told to the whistle's own units as a matter of rule; to anybody else the whistle is not there. */
const noSuchEvaluation = (
  evaluations: readonly WhistleEvaluation[],
  { whistle, evaluator, subject }: EvaluationKey,
) =>
  evaluations.some((each) => [each.evaluatorUnitCode, each.subjectUnitCode].includes(evaluator))
    ? refuse("NOT_YOURS_TO_EVALUATE", { whistle, evaluator, subject })
    : refuseShared("NOT_FOUND", { kind: "whistle to evaluate", kindZh: "待评价的哨", id: whistle });

const columns = {
  district: "evaluation.districtCode",
  division: "evaluation.divisionCode",
  units: ["evaluation.evaluatorUnitCode", "evaluation.subjectUnitCode"],
};
const columnsBesideKeys = { ...columns, division: besideKeys(columns.division) };

const ofWhistles = lookUp(WhistleEvaluation, "evaluation", (query, principal: Principal | null) =>
  onlyVisible(query, principal, columnsBesideKeys)
    .andWhere("evaluation.districtCode = ANY(:districts) AND evaluation.whistleNumber = ANY(:numbers)")
    .orderBy("evaluation.whistleNumber")
    .addOrderBy("evaluation.direction", "DESC")
    .addOrderBy("evaluation.subjectUnitCode")
    .addOrderBy("evaluation.evaluatorUnitCode"),
);

/** Every query on whistle evaluations, restricted to the rows the principal may see. */
export class WhistleEvaluationStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#database = database;
    this.#principal = principal;
    this.#from = { manager: database.manager, columns };
  }

  search(filter: WhistleEvaluationFilter, args: PageArgs): Promise<Page<WhistleEvaluation>> {
    const query = this.#visible();
    const { evaluator, subject, ...exactly } = filter;
    const columns = { evaluatorUnitCode: evaluator, subjectUnitCode: subject, ...exactly };
    for (const [column, value] of Object.entries(columns)) {
      if (value !== undefined && value !== null)
        query.andWhere(`evaluation.${column} = :${column}`, { [column]: value });
    }
    return countedPage(query, oldestFirst, args);
  }

  ofWhistles(numbers: readonly string[]): Promise<WhistleEvaluation[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return ofWhistles(this.#from, { districts, numbers }, this.#principal);
  }

  /** What counts in the year of each unit: the grades it got that are on record. */
  countedFor(
    units: readonly string[],
    { year, ...args }: PageArgs & { readonly year: number },
  ): Promise<Map<string, Page<WhistleEvaluation>>> {
    const query = this.#visible()
      .andWhere("evaluation.subjectUnitCode = parent.key")
      .andWhere({ year, state: EvaluationState.FILED });
    return countedPageEach(units, query, oldestFirst, args);
  }

  /** Carries out what the lifecycle decides about one evaluation, once per key; the last grade due completes the whistle. */
  change(
    mutation: string,
    { idempotencyKey, ...input }: EvaluationKey & { idempotencyKey: string },
    actor: Actor,
    decide: (evaluation: WhistleEvaluation) => Move<WhistleEvaluation>,
  ): Promise<WhistleEvaluation> {
    const { whistle, evaluator, subject } = input;
    const request = { ...actor, mutation, idempotencyKey, input, answer: WhistleEvaluation };
    return once(this.#database, request, async (transaction) => {
      // All of the whistle's rows are locked: of two last grades given at once, one must see the other.
      const evaluations = await transaction.find(WhistleEvaluation, {
        where: { districtCode: districtOf(whistle), whistleNumber: whistle },
        order: { evaluatorUnitCode: "ASC", subjectUnitCode: "ASC" },
        lock: { mode: "pessimistic_write" },
      });
      const evaluation = evaluations.find(
        (each) => each.evaluatorUnitCode === evaluator && each.subjectUnitCode === subject,
      );
      if (!evaluation) throw noSuchEvaluation(evaluations, input);
      const wasComplete = isFullyEvaluated(evaluations);
      const moved = await apply(
        transaction,
        WhistleEvaluation,
        evaluation,
        whistle,
        decide(evaluation),
        actor,
      );
      const now = evaluations.map((each) => (each === evaluation ? moved : each));
      if (!wasComplete && isFullyEvaluated(now)) await recordEvaluated(transaction, whistle, now, actor);
      return moved;
    });
  }

  #visible(): SelectQueryBuilder<WhistleEvaluation> {
    return onlyVisible(
      this.#database.createQueryBuilder(WhistleEvaluation, "evaluation"),
      this.#principal,
      columns,
    );
  }
}
