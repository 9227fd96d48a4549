import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { countedPage, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import type { Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { refuse } from "../departments.errors.ts";
import { changeEntries, openBatchOf } from "../item-list/list-batch.store.ts";
import type { ListBatch } from "../item-list/list-batch.ts";
import { ListKind } from "../item-list/list-kind.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { refuseSecond } from "../refuse-second.ts";
import { Unit } from "../unit/unit.ts";
import { visibleToParties } from "../visible-to-parties.ts";
import { GrantState, PowerGrant } from "./power-grant.ts";
import type { PowerGrantFilter, StateIntentInput } from "./power-grant-input.ts";

const byNumber: Order<PowerGrant> = { name: "power-grant:number", direction: "DESC", columns: ["number"] };

interface Step {
  readonly number: string;
  readonly idempotencyKey: string;
}

/** Every query on grants, restricted to those the principal takes part in. */
export class PowerGrantStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<PowerGrant[]> {
    return this.#visible()
      .andWhere({ number: In([...numbers]) })
      .getMany();
  }

  search(filter: PowerGrantFilter, args: PageArgs): Promise<Page<PowerGrant>> {
    const query = this.#visible();
    if (filter.state) query.andWhere({ state: filter.state });
    if (filter.grantingUnit) query.andWhere({ grantingUnitCode: filter.grantingUnit });
    if (filter.receivingUnit) query.andWhere({ receivingUnitCode: filter.receivingUnit });
    if (filter.item) query.andWhere({ itemCode: filter.item });
    return countedPage(query, byNumber, args);
  }

  begin(
    { idempotencyKey, ...input }: StateIntentInput & { idempotencyKey: string },
    actor: Actor,
    decide: (item: PowerItem, receiver: Unit) => Omit<PowerGrant, "number" | "districtCode">,
  ): Promise<PowerGrant> {
    const request = { ...actor, mutation: "stateGrantIntent", idempotencyKey, input, answer: PowerGrant };
    return once(this.#database, request, async (transaction) => {
      const item = await transaction.findOneBy(PowerItem, { code: input.item });
      if (!item) throw refuseShared("NOT_FOUND", { kind: "power item", kindZh: "权责事项", id: input.item });
      const receiver = await transaction.findOneBy(Unit, { code: input.receivingUnit });
      if (!receiver)
        throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: input.receivingUnit });
      const decided = decide(item, receiver);
      const { districtCode } = receiver;
      const number = await nextNumber(transaction, districtCode, "POWER_GRANT", actor.at);
      const grant = Object.assign(new PowerGrant(), decided, { number, districtCode });
      await refuseSecond(
        "unique",
        () => transaction.insert(PowerGrant, grant),
        () => refuse("GRANT_EXISTS", { unit: receiver.code, item: item.code }),
      );
      await record(transaction, actor, {
        subject: number,
        kind: "GRANT_INTENT_STATED",
        payload: { grant: number, item: item.code, from: grant.grantingUnitCode, to: receiver.code },
      });
      return grant;
    });
  }

  /** A step that changes nothing but the grant. */
  step(
    mutation: string,
    { number, idempotencyKey, ...input }: Step,
    actor: Actor,
    decide: (grant: PowerGrant) => Move<PowerGrant>,
  ): Promise<PowerGrant> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: PowerGrant };
    return once(this.#database, request, async (transaction) => {
      const grant = await this.#find(transaction, number);
      return apply(transaction, PowerGrant, grant, number, decide(grant), actor);
    });
  }

  /** Enters the item in the open batch of the sub-district's power list. */
  list(
    { number, idempotencyKey }: Step,
    actor: Actor,
    decide: (grant: PowerGrant, batch: ListBatch) => Move<PowerGrant>,
  ): Promise<PowerGrant> {
    const request = {
      ...actor,
      mutation: "listGrant",
      idempotencyKey,
      input: { number },
      answer: PowerGrant,
    };
    return once(this.#database, request, async (transaction) => {
      const grant = await this.#find(transaction, number);
      const batch = await openBatchOf(transaction, `${grant.receivingUnitCode}:${ListKind.POWER}`);
      const listed = await apply(transaction, PowerGrant, grant, number, decide(grant, batch), actor);
      await changeEntries(transaction, batch, [grant.itemCode], [], { grantNumber: number });
      return listed;
    });
  }

  /** Ends a grant; what it put on the list is taken out of the draft, or off the list by the open batch. */
  revoke(
    { number, idempotencyKey, ...input }: Step & { reason: string },
    actor: Actor,
    decide: (grant: PowerGrant) => Move<PowerGrant>,
  ): Promise<PowerGrant> {
    const request = {
      ...actor,
      mutation: "revokeGrant",
      idempotencyKey,
      input: { number, ...input },
      answer: PowerGrant,
    };
    return once(this.#database, request, async (transaction) => {
      const grant = await this.#find(transaction, number);
      const revoked = await apply(transaction, PowerGrant, grant, number, decide(grant), actor);
      const wasListed = grant.state === GrantState.LISTED || grant.state === GrantState.PUBLISHED;
      if (wasListed && grant.listId) {
        const batch = await openBatchOf(transaction, grant.listId);
        await changeEntries(transaction, batch, [], [grant.itemCode]);
      }
      return revoked;
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<PowerGrant> {
    const grant = await this.#visible(transaction.createQueryBuilder(PowerGrant, "power_grant"))
      .andWhere({ number })
      .getOne();
    if (grant) return grant;
    throw refuseShared("NOT_FOUND", { kind: "grant", kindZh: "赋权", id: number });
  }

  #visible(
    query: SelectQueryBuilder<PowerGrant> = this.#database.createQueryBuilder(PowerGrant, "power_grant"),
  ): SelectQueryBuilder<PowerGrant> {
    return visibleToParties(query, "grantingUnitCode", this.#principal);
  }
}
