import type { DataSource, EntityManager, SelectQueryBuilder } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPageEach, type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { findComponent } from "../component/component.store.ts";
import type { Component } from "../component/component.ts";
import { requireComponentCode } from "../component/component-code.ts";
import { StreetOrderSubclass } from "../street-order-class/street-order-subclass.ts";
import { standardOn } from "../street-order-standard/street-order-standard.store.ts";
import type { StreetOrderStandard } from "../street-order-standard/street-order-standard.ts";
import { type CaseSight, caseSightOf, onlySeen } from "../visibility.ts";
import type { StepTaken, StreetOrderMove } from "./street-order-case.lifecycle.ts";
import { StreetOrderCase } from "./street-order-case.ts";
import type { StreetOrderCaseFilter } from "./street-order-case-filter.ts";
import type { ReportStreetOrderCaseInput } from "./street-order-case-input.ts";
import { ended } from "./street-order-state.ts";
import { StreetOrderStep, StreetOrderStepName } from "./street-order-step.ts";

const newestFirst: Order<StreetOrderCase> = {
  name: "street-order-case:newest",
  direction: "DESC",
  columns: ["collectedAt", "number"],
};

const byNumbers = lookUp(StreetOrderCase, "found", (query, sight: CaseSight) =>
  onlySeen(query, sight).andWhere("found.districtCode = ANY(:districts) AND found.number = ANY(:numbers)"),
);

const stepsOfCases = lookUp(StreetOrderStep, "step", (query) =>
  query
    .where("step.districtCode = ANY(:districts) AND step.caseNumber = ANY(:numbers)")
    .orderBy("step.caseNumber")
    .addOrderBy("step.ordinal"),
);

/** Under what a page of cases may hang, and how a case says so. */
const hangingOn = {
  grid: "found.gridCode = parent.key",
  component: "found.componentCode = parent.key",
  ticket: "found.ticketNumber = parent.key",
  business: "found.creditCode = parent.key",
} as const;

export type CaseParent = keyof typeof hangingOn;

const ofParents = lookUpPageEach(
  StreetOrderCase,
  "found",
  newestFirst,
  (query, { parent, ...sight }: CaseSight & { readonly parent: CaseParent }) =>
    onlySeen(query, sight).andWhere(hangingOn[parent]),
);

interface Step {
  readonly number: string;
  readonly idempotencyKey: string;
}

/** Every query on street-order cases, restricted to those the principal sees. */
export class StreetOrderCaseStore {
  readonly #database: DataSource;
  readonly #sight: CaseSight;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#database = database;
    this.#sight = caseSightOf(principal);
    this.#from = { manager: database.manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<StreetOrderCase[]> {
    return byNumbers(this.#from, { districts: districtsOf(numbers), numbers }, this.#sight);
  }

  search(filter: StreetOrderCaseFilter, args: PageArgs, at: Date): Promise<Page<StreetOrderCase>> {
    const { within, state, kind, subclass, component, business, handlingUnit, overdue } = filter;
    const query = this.#visible();
    if (within) {
      query.andWhere("found.gridCode >= :within AND found.gridCode < :withinEnd", {
        within,
        withinEnd: `${within}:`,
      });
    }
    if (state) query.andWhere({ state });
    if (kind) query.andWhere({ kind });
    if (subclass) query.andWhere({ subclassCode: subclass });
    if (component) query.andWhere({ componentCode: component });
    if (business) query.andWhere({ creditCode: business });
    if (handlingUnit) query.andWhere({ handlingUnitCode: handlingUnit });
    if (overdue !== undefined && overdue !== null) {
      // As `isOverdue` says it; before the dispatch nothing is due.
      query.andWhere("coalesce(found.dueAt <= coalesce(found.handledAt, :at), false) = :overdue", {
        at,
        overdue,
      });
    }
    return page(query, newestFirst, args, this.#from.columns);
  }

  ofParents(
    parent: CaseParent,
    keys: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Page<StreetOrderCase>>> {
    return ofParents(this.#from, keys, args, {}, { ...this.#sight, parent });
  }

  /** A figure about a grid, not about anybody: it counts every open case, whoever asks. */
  async openInGrids(grids: readonly string[]): Promise<Map<string, number>> {
    const rows: { grid: string; open: string }[] = await this.#database.query(
      // Written out, as a parameter would be no proof to the planner that the index of open cases serves.
      `SELECT grid_code AS grid, count(*) AS open FROM street_order_case
       WHERE grid_code = ANY($1) AND state NOT IN (${ended.map((state) => `'${state}'`).join(", ")})
       GROUP BY grid_code`,
      [grids],
    );
    return new Map(rows.map(({ grid, open }) => [grid, Number(open)]));
  }

  /** Of cases that were just read with the principal's eyes. */
  stepsOfSeenCases(numbers: readonly string[]): Promise<StreetOrderStep[]> {
    return stepsOfCases(this.#from, { districts: districtsOf(numbers), numbers });
  }

  report(
    { idempotencyKey, ...input }: ReportStreetOrderCaseInput & { readonly idempotencyKey: string },
    actor: Actor,
    decide: (component: Component | null) => Omit<StreetOrderCase, "number">,
  ): Promise<StreetOrderCase> {
    const mutation = "reportStreetOrderCase";
    const request = { ...actor, mutation, idempotencyKey, input, answer: StreetOrderCase };
    return once(this.#database, request, async (transaction) => {
      const component = input.component ? await componentAt(transaction, input.component) : null;
      const decided = decide(component);
      const { kind, subclassCode, districtCode, gridCode } = decided;
      if (!(await transaction.existsBy(StreetOrderSubclass, { kind, code: subclassCode }))) {
        throw refuseShared("NOT_FOUND", { kind: "sub-class", kindZh: "小类", id: subclassCode });
      }
      const number = await nextCaseNumber(transaction, districtCode, actor.at);
      const found = Object.assign(new StreetOrderCase(), decided, { number });
      await transaction.insert(StreetOrderCase, found);
      await takeStep(
        transaction,
        found,
        { step: StreetOrderStepName.COLLECTION, passed: null, note: null },
        actor,
      );
      await record(transaction, actor, {
        subject: number,
        kind: "STREET_ORDER_COLLECTED",
        payload: { case: number, kind, subclass: subclassCode, grid: gridCode, ticket: decided.ticketNumber },
      });
      return found;
    });
  }

  /** Takes the next step of a case: what the lifecycle makes of it, the step itself and the log entry, at once. */
  take(
    { number, idempotencyKey, ...input }: Step,
    mutation: string,
    actor: Actor,
    decide: (found: StreetOrderCase, standard: StreetOrderStandard | null) => StreetOrderMove,
  ): Promise<StreetOrderCase> {
    const request = {
      ...actor,
      mutation,
      idempotencyKey,
      input: { number, ...input },
      answer: StreetOrderCase,
    };
    return once(this.#database, request, async (transaction) => {
      const found = await this.#find(transaction, number);
      const standard = await standardOn(transaction, found, dayOf(actor.at));
      const move = decide(found, standard);
      const moved = await apply(transaction, StreetOrderCase, found, number, move, actor);
      await takeStep(transaction, moved, move.taken, actor);
      return moved;
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<StreetOrderCase> {
    const found = await this.#visible(transaction.createQueryBuilder(StreetOrderCase, "found"))
      .andWhere({ districtCode: districtOf(number), number })
      .getOne();
    if (found) return found;
    throw refuseShared("NOT_FOUND", { kind: "street-order case", kindZh: "市容案件", id: number });
  }

  #visible(
    query: SelectQueryBuilder<StreetOrderCase> = this.#database.createQueryBuilder(StreetOrderCase, "found"),
  ): SelectQueryBuilder<StreetOrderCase> {
    return onlySeen(query, this.#sight);
  }
}

const districtsOf = (numbers: readonly string[]): string[] => [...new Set(numbers.map(districtOf))];

async function componentAt(transaction: EntityManager, text: string): Promise<Component> {
  const component = await findComponent(transaction, requireComponentCode(text));
  if (component) return component;
  throw refuseShared("NOT_FOUND", { kind: "component", kindZh: "部件", id: text });
}

/** The row was changed in this transaction and is locked by it, so nobody else numbers a step of the case meanwhile. */
const takeStep = (
  transaction: EntityManager,
  { districtCode, number }: StreetOrderCase,
  { step, passed, note }: StepTaken,
  { principal, at }: Actor,
): Promise<unknown> =>
  transaction.query(
    `INSERT INTO street_order_step
       (district_code, case_number, ordinal, step, at, unit_code, post, person_id, passed, note)
     SELECT $1, $2, 1 + count(*), $3, $4, $5, $6, $7, $8, $9 FROM street_order_step
     WHERE district_code = $1 AND case_number = $2`,
    [districtCode, number, step, at, principal.unit, principal.post, principal.id, passed, note],
  );

/** Drawn inside the transaction that uses it, so numbers run without gaps: a report that is undone takes none. */
async function nextCaseNumber(transaction: EntityManager, districtCode: string, at: Date): Promise<string> {
  const day = dayOf(at);
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, 'STREET_ORDER_CASE', $2, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1
     RETURNING last`,
    [districtCode, day],
  );
  return `${districtCode}-C-${day.replaceAll("-", "")}-${String(last).padStart(4, "0")}`;
}
