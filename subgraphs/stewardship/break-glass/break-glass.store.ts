import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { inForceAt } from "../data-grant/data-grant.store.ts";
import { DataGrant } from "../data-grant/data-grant.ts";
import { everyDistrict } from "../every-district.ts";
import { nextNumber } from "../next-number.store.ts";
import { owningUnit } from "../subgraph-owner/subgraph-owner.store.ts";
import { onlyParties } from "../visibility.ts";
import { type Emergency, endNotJustified, grantOf, loud } from "./break-glass.lifecycle.ts";
import { BreakGlass, type ReviewVerdict } from "./break-glass.ts";
import type { BreakGlassFilter } from "./break-glass-input.ts";
import { BreakGlassRule } from "./break-glass-rule.ts";

const byNumber: Order<BreakGlass> = {
  name: "break-glass:number",
  direction: "DESC",
  columns: ["districtCode", "number"],
};

export interface Review {
  readonly number: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Every query on emergency accesses, restricted to the unit that took them, the owner and the data bureau. */
export class BreakGlassStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  byNumbers(numbers: readonly string[]): Promise<BreakGlass[]> {
    return this.#visible()
      .andWhere({ number: In([...numbers]) })
      .getMany();
  }

  search({ owner, reviewed, overdue, open }: BreakGlassFilter, args: PageArgs): Promise<Page<BreakGlass>> {
    const query = this.#visible();
    if (owner) query.andWhere({ owner });
    if (reviewed !== undefined) {
      query.andWhere("(break_glass.verdict IS NOT NULL) = :reviewed", { reviewed });
    }
    if (overdue !== undefined) {
      query.andWhere("(break_glass.verdict IS NULL AND break_glass.reviewDueAt <= :now) = :overdue", {
        now: this.#at,
        overdue,
      });
    }
    if (open !== undefined && open !== null) {
      query.andWhere(
        `EXISTS (SELECT FROM data_grant
                 WHERE data_grant.district_code = break_glass.district_code
                   AND data_grant.number = break_glass.number AND ${inForceAt("data_grant")}) = :open`,
        { at: this.#at, open },
      );
    }
    return page(query, byNumber, args);
  }

  take(
    { idempotencyKey, ...input }: Emergency & { readonly idempotencyKey: string },
    actor: Actor,
    decide: (ownerUnit: string, rule: BreakGlassRule) => Omit<BreakGlass, "number" | "districtCode">,
  ): Promise<BreakGlass> {
    const request = { ...actor, mutation: "breakGlass", idempotencyKey, input, answer: BreakGlass };
    return once(this.#database, request, async (transaction) => {
      const districtCode = districtOf(actor.principal.unit);
      const rule = await ruleInForce(transaction, districtCode, actor.at);
      const decided = decide(await owningUnit(transaction, input.owner, districtCode), rule);
      const number = await nextNumber(transaction, districtCode, "BREAK_GLASS");
      const glass = Object.assign(new BreakGlass(), decided, { number, districtCode });
      await transaction.insert(DataGrant, { ...grantOf(decided), districtCode, number, purposes: [number] });
      await transaction.insert(BreakGlass, glass);
      await record(transaction, actor, { subject: number, kind: "GLASS_BROKEN", payload: loud(glass) });
      return glass;
    });
  }

  review(
    { idempotencyKey, ...input }: Review,
    actor: Actor,
    decide: (glass: BreakGlass) => Move<BreakGlass>,
  ): Promise<BreakGlass> {
    const request = { ...actor, mutation: "reviewBreakGlass", idempotencyKey, input, answer: BreakGlass };
    return once(this.#database, request, async (transaction) => {
      const glass = await this.#find(transaction, input.number);
      const reviewed = await apply(transaction, BreakGlass, glass, glass.number, decide(glass), actor);
      const { districtCode, number } = glass;
      const grant = await transaction.findOneByOrFail(DataGrant, { districtCode, number });
      const end = endNotJustified(grant, reviewed, actor);
      if (end) await apply(transaction, DataGrant, grant, number, end, actor);
      return reviewed;
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<BreakGlass> {
    const glass = await this.#visible(transaction.createQueryBuilder(BreakGlass, "break_glass"))
      .andWhere({ number })
      .getOne();
    if (glass) return glass;
    throw refuse("NOT_FOUND", { kind: "emergency access", kindZh: "紧急访问", id: number });
  }

  #visible(
    query: SelectQueryBuilder<BreakGlass> = this.#database.createQueryBuilder(BreakGlass, "break_glass"),
  ): SelectQueryBuilder<BreakGlass> {
    return onlyParties(query, this.#principal, ["break_glass.ownerUnit", "break_glass.consumer"]);
  }
}

/** The district's own latest rule, else the usual one. */
const ruleInForce = (transaction: EntityManager, districtCode: string, at: Date): Promise<BreakGlassRule> =>
  transaction
    .createQueryBuilder(BreakGlassRule, "rule")
    .where("rule.districtCode IN (:districtCode, :everyDistrict)", { districtCode, everyDistrict })
    .andWhere("rule.validFrom <= :day", { day: dayOf(at) })
    .orderBy("rule.districtCode = :everyDistrict")
    .addOrderBy("rule.validFrom", "DESC")
    .limit(1)
    .getOneOrFail();
