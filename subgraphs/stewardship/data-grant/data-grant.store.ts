import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { countedPage, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { Agreement } from "../agreement/agreement.ts";
import { nextNumber } from "../next-number.store.ts";
import { refuse } from "../stewardship.errors.ts";
import { owningUnit } from "../subgraph-owner/subgraph-owner.store.ts";
import { onlyParties } from "../visibility.ts";
import { typeOf } from "./coordinate.ts";
import { isAgreementNumber, logged } from "./data-grant.lifecycle.ts";
import { DataGrant } from "./data-grant.ts";
import type { DataGrantFilter, NarrowedGrantInput, RequestDataGrantInput } from "./data-grant-input.ts";

const byNumber: Order<DataGrant> = {
  name: "data-grant:number",
  direction: "DESC",
  columns: ["districtCode", "number"],
};

/** That a grant opens something at `:at`, as \`isInForce\` judges it of one. */
export const inForceAt = (grant: string): string =>
  `${grant}.state = 'APPROVED' AND ${grant}.valid_from <= :at AND ${grant}.valid_until > :at`;

export interface Step {
  readonly mutation: string;
  readonly number: string;
  readonly reason: string;
  readonly narrowed?: NarrowedGrantInput;
  readonly idempotencyKey: string;
}

/** Every query on data grants, restricted to those the principal's unit takes part in. */
export class DataGrantStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  byNumbers(numbers: readonly string[]): Promise<DataGrant[]> {
    return this.#visible()
      .andWhere({ number: In([...numbers]) })
      .getMany();
  }

  ofCases(numbers: readonly string[]): Promise<DataGrant[]> {
    return this.#visible()
      .andWhere({ caseNumber: In([...numbers]) })
      .orderBy("data_grant.requestedAt", "DESC")
      .addOrderBy("data_grant.number", "DESC")
      .getMany();
  }

  search(filter: DataGrantFilter, args: PageArgs): Promise<Page<DataGrant>> {
    const { owner, consumer, state, coordinate, inForce, endsBefore, brokenGlass } = filter;
    const query = this.#visible();
    if (owner) query.andWhere({ owner });
    if (consumer) query.andWhere({ consumer });
    if (state) query.andWhere({ state });
    if (coordinate) {
      query.andWhere("data_grant.coordinates && :named", { named: [coordinate, typeOf(coordinate)] });
    }
    if (inForce !== undefined && inForce !== null) {
      query.andWhere(`(${inForceAt("data_grant")}) = :inForce`, { at: this.#at, inForce });
    }
    if (endsBefore) query.andWhere("data_grant.validUntil < :endsBefore", { endsBefore });
    if (brokenGlass !== undefined && brokenGlass !== null) {
      query.andWhere("(data_grant.number LIKE '%-B-%') = :brokenGlass", { brokenGlass });
    }
    return countedPage(query, byNumber, args);
  }

  request(
    { idempotencyKey, ...input }: RequestDataGrantInput & { idempotencyKey: string },
    actor: Actor,
    decide: (ownerUnit: string) => Omit<DataGrant, "number" | "districtCode">,
  ): Promise<DataGrant> {
    const request = { ...actor, mutation: "requestDataGrant", idempotencyKey, input, answer: DataGrant };
    return once(this.#database, request, async (transaction) => {
      const districtCode = districtOf(input.consumer);
      const decided = decide(await owningUnit(transaction, input.owner, districtCode));
      await requireAgreements(transaction, decided);
      const number = await nextNumber(transaction, districtCode, "DATA_GRANT");
      const grant = Object.assign(new DataGrant(), decided, { number, districtCode });
      await transaction.insert(DataGrant, grant);
      await record(transaction, actor, {
        subject: number,
        kind: "DATA_GRANT_REQUESTED",
        payload: logged(grant),
      });
      return grant;
    });
  }

  move(
    { mutation, idempotencyKey, ...input }: Step,
    actor: Actor,
    decide: (grant: DataGrant) => Move<DataGrant>,
  ): Promise<DataGrant> {
    const request = { ...actor, mutation, idempotencyKey, input, answer: DataGrant };
    return once(this.#database, request, async (transaction) => {
      const grant = await this.#find(transaction, input.number);
      return apply(transaction, DataGrant, grant, grant.number, decide(grant), actor);
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<DataGrant> {
    const grant = await this.#visible(transaction.createQueryBuilder(DataGrant, "data_grant"))
      .andWhere({ number })
      .getOne();
    if (grant) return grant;
    throw refuseShared("NOT_FOUND", { kind: "data grant", kindZh: "数据授权", id: number });
  }

  #visible(
    query: SelectQueryBuilder<DataGrant> = this.#database.createQueryBuilder(DataGrant, "data_grant"),
  ): SelectQueryBuilder<DataGrant> {
    return onlyParties(query, this.#principal, ["data_grant.ownerUnit", "data_grant.consumer"]);
  }
}

/** An agreement that is to be a basis is on record, and the consumer is party to it. */
async function requireAgreements(
  transaction: EntityManager,
  { purposes, consumer }: Pick<DataGrant, "purposes" | "consumer">,
): Promise<void> {
  const numbers = purposes.filter(isAgreementNumber);
  if (numbers.length === 0) return;
  const agreements = await transaction.findBy(Agreement, {
    districtCode: districtOf(consumer),
    number: In(numbers),
  });
  const known = agreements.filter(({ parties }) => parties.includes(consumer)).map(({ number }) => number);
  const unknown = numbers.filter((number) => !known.includes(number));
  if (unknown.length > 0) throw refuse("AGREEMENT_OF_OTHERS", { numbers: unknown, consumer });
}
