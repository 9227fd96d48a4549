import type { DataSource, SelectQueryBuilder } from "typeorm";
import { type Day, endOfDay, startOfDay } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, pageEach } from "../../shared/connection.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { Demand } from "../demand/demand.ts";
import { Demander } from "../demand/demander.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { EnterpriseDemandCount } from "./enterprise-demand-count.ts";

const latest: Order<Demand> = {
  name: "enterprise-demand:latest",
  direction: "DESC",
  columns: ["receivedAt", "number"],
};

/** How many rows one report has: whoever needs more asks for a smaller place or a shorter time. */
const mostRows = 500;

/** What enterprises asked, by credit code: of the tickets the principal may see. */
export class EnterpriseDemandStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  listOf(creditCodes: readonly string[], args: PageArgs): Promise<Map<string, Page<Demand>>> {
    return pageEach(creditCodes, this.#visible().andWhere("demander.creditCode = parent.key"), latest, args);
  }

  /** By enterprise and month, those who asked most first; a merged ticket's demand counts with where it goes on. */
  async counts(division: string, from: Day, until: Day): Promise<EnterpriseDemandCount[]> {
    const when = (condition: string) => `count(*) FILTER (WHERE ${condition})::int`;
    const rows: object[] = await this.#visible()
      .leftJoin(
        Ticket,
        "going",
        "going.districtCode = ticket.districtCode AND going.number = coalesce(ticket.mergedIntoNumber, ticket.number)",
      )
      .andWhere("demander.creditCode IS NOT NULL")
      .andWhere("starts_with(demand.divisionCode, :place)", { place: division })
      .andWhere("demand.receivedAt >= :from AND demand.receivedAt < :until", {
        from: startOfDay(from),
        until: endOfDay(until),
      })
      .select("demander.creditCode", "creditCode")
      .addSelect(
        "to_char(date_trunc('month', demand.receivedAt AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD')",
        "month",
      )
      .addSelect("count(*)::int", "demands")
      .addSelect(when("going.feedbackAt IS NOT NULL"), "answered")
      .addSelect(when("going.solved"), "solved")
      .addSelect(when("going.ledgeredAt IS NOT NULL"), "ledgered")
      .groupBy("1")
      .addGroupBy("2")
      .orderBy('"month"')
      .addOrderBy('"demands"', "DESC")
      .addOrderBy('"creditCode"')
      .limit(mostRows)
      .getRawMany();
    return rows.map((row) => Object.assign(new EnterpriseDemandCount(), row));
  }

  /** A resident is told of what they asked themselves. */
  #visible(): SelectQueryBuilder<Demand> {
    const query = visibleTo(
      this.#database.manager
        .createQueryBuilder(Demand, "demand")
        .innerJoin(
          Demander,
          "demander",
          "demander.districtCode = demand.districtCode AND demander.id = demand.demanderId",
        )
        .innerJoin(
          Ticket,
          "ticket",
          "ticket.districtCode = demand.districtCode AND ticket.number = demand.ticketNumber",
        ),
      this.#principal,
    );
    const principal = this.#principal;
    if (principal?.post !== Post.RESIDENT) return query;
    return query.andWhere("demander.personId = :asker", { asker: principal.id });
  }
}
