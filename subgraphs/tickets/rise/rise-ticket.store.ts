import type { DataSource } from "typeorm";
import { byParent, underEach } from "../../shared/look-up.ts";
import type { Principal } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { askedIn, type Rising } from "./asked-in.store.ts";
import { RiseSpan, spansAt } from "./rise.ts";

/** How many tickets were taken in in the one span and in the other. */
export type TicketsRisen = Readonly<Record<RiseSpan, { readonly lately: number; readonly before: number }>>;

const spans = Object.values(RiseSpan);

/** The tickets of those who ask, restricted to the rows the principal may see: as many as `tickets` lists of them. */
export class RiseTicketStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  async of(rising: Rising, numbers: readonly string[]): Promise<TicketsRisen[]> {
    const { manager } = this.#database;
    const query = visibleTo(manager.createQueryBuilder(Ticket, "ticket"), this.#principal)
      .andWhere(askedIn(rising, "parent.key"))
      .select([]);
    for (const span of spans) {
      const { beforeFrom, latelyFrom, until } = spansAt(span, this.#at);
      const countOf = (from: string, before: string): string =>
        `count(*) FILTER (WHERE ticket.receivedAt >= :${span}${from} AND ticket.receivedAt < :${span}${before})::int`;
      query
        .addSelect(countOf("BeforeFrom", "LatelyFrom"), `${span}Before`)
        .addSelect(countOf("LatelyFrom", "Until"), `${span}Lately`)
        .setParameters({
          [`${span}BeforeFrom`]: beforeFrom,
          [`${span}LatelyFrom`]: latelyFrom,
          [`${span}Until`]: until,
        });
    }
    const [text, values] = query.getQueryAndParameters();
    const counted = byParent(
      await run<Record<string, number>>(manager, underEach({ text, values }, numbers)),
    );
    return numbers.map((number) => {
      const [row = {}] = counted.get(number) ?? [];
      const risen = (span: RiseSpan) => ({
        lately: row[`${span}Lately`] ?? 0,
        before: row[`${span}Before`] ?? 0,
      });
      return { DAY: risen(RiseSpan.DAY), WEEK: risen(RiseSpan.WEEK) };
    });
  }
}
