import { type DataSource, type EntityManager, In, IsNull, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../next-number.store.ts";
import { refuse } from "../stewardship.errors.ts";
import { owningUnit } from "../subgraph-owner/subgraph-owner.store.ts";
import { onlyParties } from "../visibility.ts";
import { logged } from "./case-exclusion.lifecycle.ts";
import { CaseExclusion } from "./case-exclusion.ts";
import type { CaseExclusionFilter, ExcludeFromCaseInput } from "./case-exclusion-input.ts";

const byNumber: Order<CaseExclusion> = {
  name: "case-exclusion:number",
  direction: "DESC",
  columns: ["districtCode", "number"],
};

export interface Lift {
  readonly number: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Every query on exclusions, restricted to the owner, the unit excluded and the data bureau. */
export class CaseExclusionStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  search({ owner, caseNumber }: CaseExclusionFilter, args: PageArgs): Promise<Page<CaseExclusion>> {
    const query = this.#visible();
    if (owner) query.andWhere({ owner });
    if (caseNumber) query.andWhere({ caseNumber });
    return page(query, byNumber, args);
  }

  /** Those of the cases that are not lifted. */
  ofCases(numbers: readonly string[]): Promise<CaseExclusion[]> {
    return this.#visible()
      .andWhere({ caseNumber: In([...numbers]), liftedAt: IsNull() })
      .getMany();
  }

  exclude(
    { idempotencyKey, ...input }: ExcludeFromCaseInput & { readonly idempotencyKey: string },
    actor: Actor,
    decide: (ownerUnit: string) => Omit<CaseExclusion, "number" | "districtCode">,
  ): Promise<CaseExclusion> {
    const request = { ...actor, mutation: "excludeFromCase", idempotencyKey, input, answer: CaseExclusion };
    return once(this.#database, request, async (transaction) => {
      const districtCode = districtOf(actor.principal.unit);
      const decided = decide(await owningUnit(transaction, input.owner, districtCode));
      // Drawing a number waits for whoever excludes in this district at the same time.
      const number = await nextNumber(transaction, districtCode, "CASE_EXCLUSION");
      const { owner, caseNumber, unit } = decided;
      const closed = await transaction.findOneBy(CaseExclusion, {
        districtCode,
        owner,
        caseNumber,
        unit,
        liftedAt: IsNull(),
      });
      if (closed) throw refuse("CASE_CLOSED_ALREADY", { number: closed.number, case: caseNumber, unit });
      const exclusion = Object.assign(new CaseExclusion(), decided, { number, districtCode });
      await transaction.insert(CaseExclusion, exclusion);
      await record(transaction, actor, {
        subject: number,
        kind: "EXCLUDED_FROM_CASE",
        payload: logged(exclusion),
      });
      return exclusion;
    });
  }

  lift(
    { idempotencyKey, ...input }: Lift,
    actor: Actor,
    decide: (exclusion: CaseExclusion) => Move<CaseExclusion>,
  ): Promise<CaseExclusion> {
    const request = { ...actor, mutation: "liftCaseExclusion", idempotencyKey, input, answer: CaseExclusion };
    return once(this.#database, request, async (transaction) => {
      const exclusion = await this.#find(transaction, input.number);
      return apply(transaction, CaseExclusion, exclusion, exclusion.number, decide(exclusion), actor);
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<CaseExclusion> {
    const exclusion = await this.#visible(transaction.createQueryBuilder(CaseExclusion, "case_exclusion"))
      .andWhere({ number })
      .getOne();
    if (exclusion) return exclusion;
    throw refuseShared("NOT_FOUND", { kind: "exclusion from a case", kindZh: "案内访问排除", id: number });
  }

  #visible(
    query: SelectQueryBuilder<CaseExclusion> = this.#database.createQueryBuilder(
      CaseExclusion,
      "case_exclusion",
    ),
  ): SelectQueryBuilder<CaseExclusion> {
    return onlyParties(query, this.#principal, ["case_exclusion.ownerUnit", "case_exclusion.unit"]);
  }
}
