import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Day, dayOf } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { Reach } from "../../shared/reach.ts";
import { refuse } from "../civil-affairs.errors.ts";
import { certificateInForce } from "../disability/disability.store.ts";
import type { Disability } from "../disability/disability.ts";
import { refuseSecond } from "../refuse-second.ts";
import { onlyReached } from "../visibility.ts";
import { Aid } from "./aid.ts";
import type { AidApplicationInput, AidFilter, AidListArgs } from "./aid-input.ts";
import { AidState } from "./aid-state.ts";

const latestFirst: Order<Aid> = {
  name: "aid:latest",
  direction: "DESC",
  columns: ["districtCode", "number"],
};

/** Aids that one upkeep stops at most in one go. */
const batch = 200;

const byNumbers = lookUp(Aid, "aid", (query, reach: Reach) =>
  onlyReached(query, reach).andWhere("aid.districtCode = ANY(:districts) AND aid.number = ANY(:numbers)"),
);

const ofResidents = lookUp(Aid, "aid", (query, reach: Reach) =>
  onlyReached(query, reach)
    .andWhere("aid.districtCode = ANY(:districts) AND aid.residentId = ANY(:residents)")
    .orderBy("aid.number", "DESC"),
);

interface Step {
  readonly number: string;
  readonly idempotencyKey: string;
  readonly [argument: string]: unknown;
}

/** Every query on aid, restricted to what the principal reaches. */
export class AidStore {
  readonly #database: DataSource;
  readonly #reach: Reach;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, reach: Reach, columns?: ColumnsRead) {
    this.#database = database;
    this.#reach = reach;
    this.#from = { manager: database.manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<Aid[]> {
    return byNumbers(this.#from, { districts: [...new Set(numbers.map(districtOf))], numbers }, this.#reach);
  }

  ofResidents(residents: readonly string[]): Promise<Aid[]> {
    const districts = [...new Set(residents.map(districtOf))];
    return ofResidents(this.#from, { districts, residents }, this.#reach);
  }

  list({ filter = {}, ...args }: AidListArgs): Promise<Page<Aid>> {
    return page(filtered(this.#reached(), filter), latestFirst, args, this.#from.columns);
  }

  apply(
    { idempotencyKey, ...input }: AidApplicationInput & { idempotencyKey: string },
    actor: Actor,
    decide: () => Omit<Aid, "number">,
  ): Promise<Aid> {
    const request = { ...actor, mutation: "applyForAid", idempotencyKey, input, answer: Aid };
    return once(this.#database, request, async (transaction) => {
      const decided = decide();
      const number = await nextAidNumber(transaction, decided.districtCode, dayOf(actor.at));
      const aid = Object.assign(new Aid(), decided, { number });
      const { residentId, kind, placeCode } = aid;
      await refuseSecond(
        () => transaction.insert(Aid, aid),
        () => refuse("AID_EXISTS", { resident: residentId, kind }),
      );
      await record(transaction, actor, {
        subject: number,
        kind: "AID_APPLIED",
        payload: { aid: number, aidKind: kind, community: placeCode.slice(0, 12) },
      });
      return aid;
    });
  }

  /** Carries out what the lifecycle decides about one aid, once per idempotency key. */
  change(
    mutation: string,
    { number, idempotencyKey, ...input }: Step,
    actor: Actor,
    decide: (aid: Aid, certificate: () => Promise<Disability | null>) => Move<Aid> | Promise<Move<Aid>>,
  ): Promise<Aid> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: Aid };
    return once(this.#database, request, async (transaction) => {
      const aid = await this.#find(transaction, number);
      const certificate = () => certificateInForce(transaction, aid, dayOf(actor.at));
      return apply(transaction, Aid, aid, number, await decide(aid, certificate), actor);
    });
  }

  async #find(transaction: EntityManager, number: string): Promise<Aid> {
    const aid = await this.#reached(transaction)
      .andWhere({ districtCode: districtOf(number), number })
      .getOne();
    if (aid) return aid;
    throw refuseShared("NOT_FOUND", { kind: "aid", kindZh: "救助", id: number });
  }

  #reached(manager: EntityManager = this.#database.manager): SelectQueryBuilder<Aid> {
    return onlyReached(manager.createQueryBuilder(Aid, "aid"), this.#reach);
  }
}

function filtered(query: SelectQueryBuilder<Aid>, filter: AidFilter): SelectQueryBuilder<Aid> {
  const { kind, state, within, grid, reviewDueBy } = filter;
  if (kind) query.andWhere({ kind });
  if (state) query.andWhere({ state });
  if (grid) query.andWhere({ placeCode: grid });
  if (within) {
    query.andWhere("aid.placeCode >= :asked AND aid.placeCode < :askedEnd", {
      asked: within,
      askedEnd: `${within}:`,
    });
  }
  if (reviewDueBy) query.andWhere("aid.reviewDueOn <= :reviewDueBy", { reviewDueBy });
  return query;
}

/**
 * Stops what the calendar ends, whoever it belongs to: some of it, with a log entry each. The subgraph's own service does
 * it, which reaches no rows by itself.
 */
export const stopEnded = (
  database: DataSource,
  actor: Actor,
  decide: (aid: Aid) => Move<Aid>,
): Promise<number> =>
  database.transaction(async (transaction) => {
    const ended = await transaction
      .createQueryBuilder(Aid, "aid")
      .where({ state: In([AidState.APPROVED, AidState.IN_PAYMENT]) })
      .andWhere("aid.paidUntil < :today", { today: dayOf(actor.at) })
      .orderBy("aid.number")
      .limit(batch)
      // Two processes may do this at once: each takes what the other has not.
      .setLock("pessimistic_write")
      .setOnLocked("skip_locked")
      .getMany();
    for (const aid of ended) await apply(transaction, Aid, aid, aid.number, decide(aid), actor);
    return ended.length;
  });

/** Drawn inside the transaction that uses it, so that numbers run without gaps. */
async function nextAidNumber(transaction: EntityManager, districtCode: string, day: Day): Promise<string> {
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, 'AID', $2, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1
     RETURNING last`,
    [districtCode, day],
  );
  return `${districtCode}-AID-${day.replaceAll("-", "")}-${String(last).padStart(4, "0")}`;
}
