import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, holdsPost, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../next-number.store.ts";
import { owningUnit } from "../subgraph-owner/subgraph-owner.store.ts";
import { logged } from "./case-access-rule.lifecycle.ts";
import { CaseAccessRule } from "./case-access-rule.ts";
import type { CaseAccessRuleFilter, SetCaseAccessRuleInput } from "./case-access-rule-input.ts";

const byNumber: Order<CaseAccessRule> = {
  name: "case-access-rule:number",
  direction: "DESC",
  columns: ["districtCode", "number"],
};

export interface Withdrawal {
  readonly number: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Every query on case access rules: whoever holds a post knows those of their district, by which they may come to read. */
export class CaseAccessRuleStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  byNumbers(numbers: readonly string[]): Promise<CaseAccessRule[]> {
    return this.#visible()
      .andWhere({ number: In([...numbers]) })
      .getMany();
  }

  search({ owner, inForce }: CaseAccessRuleFilter, args: PageArgs): Promise<Page<CaseAccessRule>> {
    const query = this.#visible();
    if (owner) query.andWhere({ owner });
    if (inForce !== undefined) query.andWhere(`(${holds}) = :inForce`, { now: this.#at, inForce });
    return page(query, byNumber, args);
  }

  /** All that are in force. */
  inForce(): Promise<CaseAccessRule[]> {
    return this.#visible()
      .andWhere(holds, { now: this.#at })
      .orderBy("rule.owner")
      .addOrderBy("rule.number")
      .getMany();
  }

  set(
    { idempotencyKey, ...input }: SetCaseAccessRuleInput & { readonly idempotencyKey: string },
    actor: Actor,
    decide: (ownerUnit: string) => Omit<CaseAccessRule, "number" | "districtCode">,
  ): Promise<CaseAccessRule> {
    const request = {
      ...actor,
      mutation: "setCaseAccessRule",
      idempotencyKey,
      input,
      answer: CaseAccessRule,
    };
    return once(this.#database, request, async (transaction) => {
      const districtCode = districtOf(actor.principal.unit);
      const decided = decide(await owningUnit(transaction, input.owner, districtCode));
      const number = await nextNumber(transaction, districtCode, "CASE_ACCESS_RULE");
      const rule = Object.assign(new CaseAccessRule(), decided, { number, districtCode });
      await transaction.insert(CaseAccessRule, rule);
      await record(transaction, actor, {
        subject: number,
        kind: "CASE_ACCESS_RULE_SET",
        payload: logged(rule),
      });
      return rule;
    });
  }

  withdraw(
    { idempotencyKey, ...input }: Withdrawal,
    actor: Actor,
    decide: (rule: CaseAccessRule) => Move<CaseAccessRule>,
  ): Promise<CaseAccessRule> {
    const request = {
      ...actor,
      mutation: "withdrawCaseAccessRule",
      idempotencyKey,
      input,
      answer: CaseAccessRule,
    };
    return once(this.#database, request, async (transaction) => {
      const rule = await this.#find(transaction, input.number);
      return apply(transaction, CaseAccessRule, rule, rule.number, decide(rule), actor);
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<CaseAccessRule> {
    const rule = await this.#visible(transaction.createQueryBuilder(CaseAccessRule, "rule"))
      .andWhere({ number })
      .getOne();
    if (rule) return rule;
    throw refuse("NOT_FOUND", { kind: "case access rule", kindZh: "案内访问规则", id: number });
  }

  #visible(
    query: SelectQueryBuilder<CaseAccessRule> = this.#database.createQueryBuilder(CaseAccessRule, "rule"),
  ): SelectQueryBuilder<CaseAccessRule> {
    const principal = this.#principal;
    if (!principal || !holdsPost(principal)) return query.where("false");
    return query.where("rule.districtCode = :district", { district: districtOf(principal.unit) });
  }
}

const holds = "rule.withdrawnAt IS NULL AND rule.validFrom <= :now AND rule.validUntil > :now";
