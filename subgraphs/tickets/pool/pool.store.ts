import type { DataSource } from "typeorm";
import { type Day, endOfDay, startOfDay } from "../../shared/calendar.ts";
import type { Principal } from "../../shared/principal.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { TicketFunction } from "../ticket/ticket-function.ts";
import { PoolCount } from "./pool-count.ts";
import { PoolState, poolStateInSql } from "./pool-state.ts";

/** The pool of what nobody complained of, of the tickets the principal may see. */
export class PoolStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  /** What came into it in a period, by where it stands now: every state, also those with nothing. */
  async counts(division: string, from: Day, until: Day): Promise<PoolCount[]> {
    const rows: { state: PoolState; tickets: number }[] = await visibleTo(
      this.#database.manager.createQueryBuilder(Ticket, "ticket"),
      this.#principal,
    )
      .andWhere("ticket.origin = :origin", { origin: TicketFunction.PROACTIVE })
      .andWhere("ticket.divisionCode >= :division AND ticket.divisionCode < :divisionEnd", {
        division,
        divisionEnd: `${division}:`,
      })
      .andWhere("ticket.receivedAt >= :from AND ticket.receivedAt < :until", {
        from: startOfDay(from),
        until: endOfDay(until),
      })
      .select(poolStateInSql, "state")
      .addSelect("count(*)::int", "tickets")
      .groupBy("1")
      .getRawMany();
    const counted = new Map(rows.map(({ state, tickets }) => [state, tickets]));
    return Object.values(PoolState).map((state) =>
      Object.assign(new PoolCount(), { state, tickets: counted.get(state) ?? 0 }),
    );
  }
}
