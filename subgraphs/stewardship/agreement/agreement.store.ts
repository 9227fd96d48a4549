import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Day, dayOf, endOfDay } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { rowsOf } from "../../shared/rows.ts";
import { isBreakGlassNumber } from "../break-glass/break-glass.lifecycle.ts";
import { DataGrant } from "../data-grant/data-grant.ts";
import { DataGrantState } from "../data-grant/data-grant-enums.ts";
import { nextNumber } from "../next-number.store.ts";
import { bodiesOf, onlyParties } from "../visibility.ts";
import { Agreement } from "./agreement.ts";
import type { RegisterAgreementInput } from "./agreement-input.ts";

const byNumber: Order<Agreement> = {
  name: "agreement:number",
  direction: "DESC",
  columns: ["districtCode", "number"],
};

/** Every query on agreements, restricted to those the principal's unit is party to. */
export class AgreementStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<Agreement[]> {
    return rowsOf(this.#visible().andWhere({ number: In([...numbers]) }));
  }

  search(args: PageArgs): Promise<Page<Agreement>> {
    return page(this.#visible(), byNumber, args);
  }

  /**
   * Whether a unit, or the bureau it is a station of, may state the number on a day: that of an agreement it is party to,
   * or of an emergency access it took. Asked for no person.
   */
  inForce(number: string, unit: string, on: Day): Promise<boolean> {
    return isBreakGlassNumber(number) ? this.#isTaken(number, unit, on) : this.#isAgreed(number, unit, on);
  }

  /** The access itself says to the minute for how long; a basis is asked for by the day. */
  async #isTaken(number: string, unit: string, on: Day): Promise<boolean> {
    const grant = await this.#database.manager.findOneBy(DataGrant, {
      districtCode: districtOf(number),
      number,
      state: DataGrantState.APPROVED,
    });
    if (!grant || !bodiesOf(grant.consumer).includes(unit)) return false;
    return dayOf(grant.validFrom) <= on && on <= dayOf(grant.validUntil);
  }

  #isAgreed(number: string, unit: string, on: Day): Promise<boolean> {
    return this.#database
      .createQueryBuilder(Agreement, "agreement")
      .where({ districtCode: districtOf(number), number })
      .andWhere("agreement.validFrom <= :on AND agreement.validUntil > :on", { on })
      .andWhere("(agreement.endedAt IS NULL OR agreement.endedAt >= :over)", { over: endOfDay(on) })
      .andWhere("agreement.parties && :bodies", { bodies: bodiesOf(unit) })
      .getExists();
  }

  register(
    { idempotencyKey, ...input }: RegisterAgreementInput & { idempotencyKey: string },
    actor: Actor,
    decided: Omit<Agreement, "number">,
  ): Promise<Agreement> {
    const request = { ...actor, mutation: "registerAgreement", idempotencyKey, input, answer: Agreement };
    return once(this.#database, request, async (transaction) => {
      const number = await nextNumber(transaction, decided.districtCode, "AGREEMENT");
      const agreement = Object.assign(new Agreement(), decided, { number });
      await transaction.insert(Agreement, agreement);
      const { parties, validFrom, validUntil } = agreement;
      await record(transaction, actor, {
        subject: number,
        kind: "AGREEMENT_REGISTERED",
        payload: { agreement: number, parties, from: validFrom, until: validUntil },
      });
      return agreement;
    });
  }

  end(
    { idempotencyKey, ...input }: { number: string; reason: string; idempotencyKey: string },
    actor: Actor,
    decide: (agreement: Agreement) => Move<Agreement>,
  ): Promise<Agreement> {
    const request = { ...actor, mutation: "endAgreement", idempotencyKey, input, answer: Agreement };
    return once(this.#database, request, async (transaction) => {
      const agreement = await this.#find(transaction, input.number);
      return apply(transaction, Agreement, agreement, agreement.number, decide(agreement), actor);
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<Agreement> {
    const agreement = await this.#visible(transaction).andWhere({ number }).getOne();
    if (agreement) return agreement;
    throw refuse("NOT_FOUND", { kind: "agreement", kindZh: "数据共享协议", id: number });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<Agreement> {
    return onlyParties(manager.createQueryBuilder(Agreement, "agreement"), this.#principal, [
      "agreement.parties[1]",
      "agreement.parties[2]",
    ]);
  }
}
