import type { DataSource, SelectQueryBuilder } from "typeorm";
import { addCalendarDays, type Day, endOfDay, startOfDay } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { countedPage, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { RateStore } from "../rates/rate.store.ts";
import { countingDay } from "../rates/three-rates.ts";
import { besideKeys, onlyVisible } from "../visibility.ts";
import type { JudgedCallBack } from "./call-back.lifecycle.ts";
import { CallBack } from "./call-back.ts";
import { endCallBackDue } from "./call-back-due.store.ts";
import type { CallBackFilter } from "./call-back-filter.ts";

const newestFirst: Order<CallBack> = {
  name: "call-back:newest",
  direction: "DESC",
  columns: ["recordedAt", "ticketNumber", "ordinal"],
};

/** Between which instants a call-back that counts for a day was recorded, whatever the day boundary: rows are ordered by it. */
const recordedForDay = (day: Day): { from: Date; before: Date } => ({
  from: startOfDay(addCalendarDays(day, -1)),
  before: endOfDay(day),
});

// Other parameter names than those by which the principal is restricted: both apply.
const placeFilter = "(callBack.divisionCode >= :place AND callBack.divisionCode < :placeEnd)";

const columns = {
  district: "callBack.districtCode",
  division: "callBack.divisionCode",
  units: ["callBack.handlingUnitCode"],
};
const columnsBesideKeys = { ...columns, division: besideKeys(columns.division) };

const ofSeenTickets = lookUp(CallBack, "callBack", (query, principal: Principal | null) =>
  (principal?.post === Post.RESIDENT ? query.where("true") : onlyVisible(query, principal, columnsBesideKeys))
    .andWhere("callBack.districtCode = ANY(:districts) AND callBack.ticketNumber = ANY(:numbers)")
    .orderBy("callBack.ticketNumber")
    .addOrderBy("callBack.ordinal"),
);

/** Every query on call-backs, restricted to the rows the principal may see. */
export class CallBackStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #rates: RateStore;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, principal: Principal | null, rates: RateStore, columns?: ColumnsRead) {
    this.#database = database;
    this.#principal = principal;
    this.#rates = rates;
    this.#from = { manager: database.manager, columns };
  }

  search(filter: CallBackFilter, args: PageArgs): Promise<Page<CallBack>> {
    const { unit, matter, division, countedFrom, countedUntil, ...exactly } = filter;
    const query = this.#visible();
    if (countedFrom) {
      query.andWhere("callBack.countingDay >= :countedFrom AND callBack.recordedAt >= :recordedFrom", {
        countedFrom,
        recordedFrom: recordedForDay(countedFrom).from,
      });
    }
    if (countedUntil) {
      query.andWhere("callBack.countingDay <= :countedUntil AND callBack.recordedAt < :recordedBefore", {
        countedUntil,
        recordedBefore: recordedForDay(countedUntil).before,
      });
    }
    if (unit) query.andWhere("callBack.handlingUnitCode = :unit", { unit });
    if (matter) query.andWhere("callBack.matterCode = :matter", { matter });
    if (division) query.andWhere(placeFilter, { place: division, placeEnd: `${division}:` });
    for (const [column, value] of Object.entries(exactly)) {
      if (value !== undefined && value !== null)
        query.andWhere(`callBack.${column} = :${column}`, { [column]: value });
    }
    return countedPage(query, newestFirst, args, this.#from.columns);
  }

  /** Of tickets the tickets subgraph has just shown this caller: a resident among them reads the answers given there. */
  ofSeenTickets(numbers: readonly string[]): Promise<CallBack[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return ofSeenTickets(this.#from, { districts, numbers }, this.#principal);
  }

  /** Records what the lifecycle makes of the answer, counts it and tells the feed, in one transaction, once per key. */
  record(
    { ticket, idempotencyKey, ...input }: { ticket: string; idempotencyKey: string },
    actor: Actor,
    decide: (earlier: readonly CallBack[]) => JudgedCallBack,
  ): Promise<CallBack> {
    const mutation = "recordCallBack";
    const request = { ...actor, mutation, idempotencyKey, input: { ticket, ...input }, answer: CallBack };
    return once(this.#database, request, async (transaction) => {
      // Two who call back at once must see each other's result.
      await transaction.query("SELECT pg_advisory_xact_lock(hashtext('call-back:' || $1))", [ticket]);
      const earlier = await transaction.findBy(CallBack, {
        districtCode: districtOf(ticket),
        ticketNumber: ticket,
      });
      const judged = decide(earlier);
      const rule = await this.#rates.ruleOn(transaction, judged.districtCode, actor.at);
      const callBack = Object.assign(new CallBack(), judged, {
        ordinal: earlier.length + 1,
        countingDay: countingDay(actor.at, rule.dayBoundary),
      });
      await transaction.insert(CallBack, callBack);
      if (callBack.valid) await endCallBackDue(transaction, ticket);
      await this.#rates.count(transaction, callBack);
      const { contacted, solved, satisfaction, valid } = callBack;
      await record(transaction, actor, {
        subject: ticket,
        kind: "CALL_BACK_RECORDED",
        payload: { ticket, contacted, solved, satisfaction, valid },
      });
      return callBack;
    });
  }

  #visible(): SelectQueryBuilder<CallBack> {
    return onlyVisible(this.#database.createQueryBuilder(CallBack, "callBack"), this.#principal, columns);
  }
}
