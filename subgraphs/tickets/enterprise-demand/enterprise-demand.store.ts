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

export interface ReportPeriod {
  readonly division: string;
  readonly from: Day;
  readonly until: Day;
}

const figures: Readonly<Record<string, string>> = {
  answered: "going.feedbackAt IS NOT NULL",
  due: "going.feedbackAt IS NOT NULL OR going.dueAt < :at",
  onTime: "going.feedbackAt <= going.dueAt",
  solved: "going.solved",
  calledBack: "going.calledBackAt IS NOT NULL",
  confirmedSolved: "going.confirmedSolved",
  satisfied: "going.satisfaction = 'SATISFIED'",
  basicallySatisfied: "going.satisfaction = 'BASICALLY_SATISFIED'",
  ledgered: "going.ledgeredAt IS NOT NULL",
};

function counted(query: SelectQueryBuilder<Demand>, at: Date): SelectQueryBuilder<Demand> {
  query.select("count(*)::int", "demands").setParameter("at", at);
  for (const [name, condition] of Object.entries(figures)) {
    query.addSelect(`count(*) FILTER (WHERE ${condition})::int`, name);
  }
  return query;
}

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
  async counts(period: ReportPeriod, at: Date): Promise<EnterpriseDemandCount[]> {
    const rows: object[] = await counted(this.#askedIn(period), at)
      .addSelect("demander.creditCode", "creditCode")
      .addSelect(
        "to_char(date_trunc('month', demand.receivedAt AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD')",
        "month",
      )
      .groupBy('"creditCode"')
      .addGroupBy('"month"')
      .orderBy('"month"')
      .addOrderBy('"demands"', "DESC")
      .addOrderBy('"creditCode"')
      .limit(mostRows)
      .getRawMany();
    return rows.map((row) => Object.assign(new EnterpriseDemandCount(), row));
  }

  /** All enterprises of a period together, and how many they are. */
  async together(
    period: ReportPeriod,
    at: Date,
  ): Promise<{ enterprises: number; total: EnterpriseDemandCount }> {
    const { enterprises, ...figures } = await counted(this.#askedIn(period), at)
      .addSelect("count(DISTINCT demander.creditCode)::int", "enterprises")
      .getRawOne();
    const total = Object.assign(new EnterpriseDemandCount(), {
      creditCode: null,
      month: period.from,
      ...figures,
    });
    return { enterprises, total };
  }

  #askedIn({ division, from, until }: ReportPeriod): SelectQueryBuilder<Demand> {
    return this.#visible()
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
      });
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
