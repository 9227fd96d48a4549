import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
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
import { HandDown, type HandDownFact } from "./hand-down.ts";
import type { HandDownFilter, ProposeHandDownInput } from "./hand-down-input.ts";

const byNumber: Order<HandDown> = { name: "hand-down:number", direction: "DESC", columns: ["number"] };

const allFacts =
  "(hand_down.approval IS NOT NULL AND hand_down.funds IS NOT NULL AND hand_down.conditions IS NOT NULL)";

interface Step {
  readonly number: string;
  readonly idempotencyKey: string;
}

/** Every query on hand-downs, restricted to those the principal takes part in. */
export class HandDownStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<HandDown[]> {
    return this.#visible()
      .andWhere({ number: In([...numbers]) })
      .getMany();
  }

  search(filter: HandDownFilter, args: PageArgs): Promise<Page<HandDown>> {
    const query = this.#visible();
    if (filter.handingUnit) query.andWhere({ handingUnitCode: filter.handingUnit });
    if (filter.receivingUnit) query.andWhere({ receivingUnitCode: filter.receivingUnit });
    if (filter.complete !== undefined)
      query.andWhere(`${allFacts} = :complete`, { complete: filter.complete });
    return page(query, byNumber, args);
  }

  begin(
    { idempotencyKey, ...input }: ProposeHandDownInput & { idempotencyKey: string },
    actor: Actor,
    decide: (item: PowerItem, receiver: Unit) => Omit<HandDown, "number" | "districtCode">,
  ): Promise<HandDown> {
    const request = { ...actor, mutation: "proposeHandDown", idempotencyKey, input, answer: HandDown };
    return once(this.#database, request, async (transaction) => {
      const item = await transaction.findOneBy(PowerItem, { code: input.item });
      if (!item) throw refuseShared("NOT_FOUND", { kind: "power item", kindZh: "权责事项", id: input.item });
      const receiver = await transaction.findOneBy(Unit, { code: input.receivingUnit });
      if (!receiver)
        throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: input.receivingUnit });
      const decided = decide(item, receiver);
      const { districtCode } = receiver;
      const number = await nextNumber(transaction, districtCode, "HAND_DOWN", actor.at);
      const handDown = Object.assign(new HandDown(), decided, { number, districtCode });
      await refuseSecond(
        "unique",
        () => transaction.insert(HandDown, handDown),
        () => refuse("HAND_DOWN_EXISTS", { unit: receiver.code, item: item.code }),
      );
      await record(transaction, actor, {
        subject: number,
        kind: "HAND_DOWN_PROPOSED",
        payload: { handDown: number, item: item.code, from: item.bodyUnitCode, to: receiver.code },
      });
      return handDown;
    });
  }

  recordFact(
    { number, idempotencyKey, ...input }: Step & { fact: HandDownFact; evidence: string },
    actor: Actor,
    decide: (handDown: HandDown) => Move<HandDown>,
  ): Promise<HandDown> {
    const request = {
      ...actor,
      mutation: "recordHandDownFact",
      idempotencyKey,
      input: { number, ...input },
      answer: HandDown,
    };
    return once(this.#database, request, async (transaction) => {
      const handDown = await this.#find(transaction, number);
      return apply(transaction, HandDown, handDown, number, decide(handDown), actor);
    });
  }

  /** Enters the item in the open batch of the sub-district's duty list. */
  list(
    { number, idempotencyKey }: Step,
    actor: Actor,
    decide: (handDown: HandDown, batch: ListBatch) => Move<HandDown>,
  ): Promise<HandDown> {
    const request = {
      ...actor,
      mutation: "listHandDown",
      idempotencyKey,
      input: { number },
      answer: HandDown,
    };
    return once(this.#database, request, async (transaction) => {
      const handDown = await this.#find(transaction, number);
      const batch = await openBatchOf(transaction, `${handDown.receivingUnitCode}:${ListKind.DUTY}`);
      const listed = await apply(transaction, HandDown, handDown, number, decide(handDown, batch), actor);
      await changeEntries(transaction, batch, [handDown.itemCode], [], { handDownNumber: number });
      return listed;
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<HandDown> {
    const handDown = await this.#visible(transaction.createQueryBuilder(HandDown, "hand_down"))
      .andWhere({ number })
      .getOne();
    if (handDown) return handDown;
    throw refuseShared("NOT_FOUND", { kind: "hand-down", kindZh: "下沉审核", id: number });
  }

  #visible(
    query: SelectQueryBuilder<HandDown> = this.#database.createQueryBuilder(HandDown, "hand_down"),
  ): SelectQueryBuilder<HandDown> {
    return visibleToParties(query, "handingUnitCode", this.#principal);
  }
}
