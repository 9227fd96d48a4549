import type { DataSource } from "typeorm";
import type { Principal } from "../../shared/principal.ts";
import { openLedger } from "../ticket/ticket.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { LedgerAccount } from "./ledger-account.ts";

/** The open ledger, of the tickets the principal may see. */
export class LedgerStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  /** By handling unit, who has had something on it longest first. */
  async accounts(division: string, at: Date): Promise<LedgerAccount[]> {
    const older = (days: number) =>
      `count(*) FILTER (WHERE ticket.ledgeredAt < cast(:at AS timestamptz) - interval '${days} days')::int`;
    const rows: object[] = await visibleTo(
      this.#database.manager.createQueryBuilder(Ticket, "ticket"),
      this.#principal,
    )
      .andWhere(openLedger)
      .andWhere("ticket.divisionCode >= :division AND ticket.divisionCode < :divisionEnd", {
        division,
        divisionEnd: `${division}:`,
      })
      .setParameter("at", at)
      .select("ticket.handlingUnitCode", "unitCode")
      .addSelect("count(*)::int", "tickets")
      .addSelect(older(30), "over30Days")
      .addSelect(older(90), "over90Days")
      .addSelect(
        `count(*) FILTER (WHERE EXISTS (
           SELECT FROM supervision
           WHERE (supervision.district_code, supervision.ticket_number) = (ticket.districtCode, ticket.number)
             AND supervision.at >= ticket.ledgeredAt))::int`,
        "supervised",
      )
      .addSelect("min(ticket.ledgeredAt)", "oldestSince")
      .groupBy("ticket.handlingUnitCode")
      .orderBy('"oldestSince"')
      .addOrderBy('"unitCode"')
      .getRawMany();
    return rows.map((row) => Object.assign(new LedgerAccount(), row));
  }
}
