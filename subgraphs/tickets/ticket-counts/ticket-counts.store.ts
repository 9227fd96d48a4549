import type { DataSource, SelectQueryBuilder } from "typeorm";
import { addCalendarDays, type Day, endOfDay, startOfDay } from "../../shared/calendar.ts";
import type { Principal } from "../../shared/principal.ts";
import { placeBelowInSql, placeRow } from "../place-below.ts";
import { filtered, openCase, overdueCase, receivedDay, receivedHour } from "../ticket/ticket.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { ChannelIntake, IntakeCount, IntakeSpan } from "./intake-count.ts";
import { ChannelTicketCounts, PlaceTicketCounts, TicketCounts } from "./ticket-counts.ts";

export interface CountedPeriod {
  readonly division: string;
  readonly from: Day;
  readonly until: Day;
}

/** What is counted of every group, by the conditions that the list of tickets is filtered by. */
const measures = {
  received: "true",
  open: openCase,
  overdue: overdueCase,
  struckOff: "ticket.state IN ('STRUCK_OFF', 'ARCHIVED')",
  rejected: "ticket.state = 'REJECTED'",
  merged: "ticket.state = 'MERGED'",
  whistled: "ticket.whistledAt IS NOT NULL",
} as const;

type Measured = Record<keyof typeof measures, number>;

/** One group: all of them, those of a channel, or those of a place; which, the database says by what it left out. */
interface Group extends Measured {
  readonly leftOut: number;
  readonly channelCode: string | null;
  readonly below: string | null;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

const leftOut = { nothingChosen: 3, byChannel: 1, byPlace: 2 } as const;

/** Counts over the tickets the principal may see. */
export class TicketCountsStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  /** Everything but the intake, in one statement. */
  async of(period: CountedPeriod): Promise<TicketCounts> {
    const { division } = period;
    const below = placeBelowInSql(division, "ticket");
    const query = this.#received(period)
      .select(`grouping(ticket.channelCode, ${below})`, "leftOut")
      .addSelect("ticket.channelCode", "channelCode")
      .addSelect(below, "below")
      .setParameter("at", this.#at)
      .groupBy(`GROUPING SETS ((), (ticket.channelCode), (${below}))`)
      .orderBy('"channelCode"')
      .addOrderBy('"below"');
    for (const [measure, condition] of Object.entries(measures)) {
      query.addSelect(`count(*) FILTER (WHERE ${condition})::int`, measure);
    }
    const groups = await query.getRawMany<Group>();
    const those = (left: number) => groups.filter((group) => group.leftOut === left);
    const [all] = those(leftOut.nothingChosen);
    return Object.assign(new TicketCounts(), period, all, {
      byChannel: those(leftOut.byChannel).map((group) => Object.assign(new ChannelTicketCounts(), group)),
      byPlace: those(leftOut.byPlace).map((group) =>
        Object.assign(new PlaceTicketCounts(), group, placeRow(division, group.below)),
      ),
    });
  }

  /** Every hour of the day, or every day of the period, also those in which nothing came. */
  async intake(period: CountedPeriod, by: IntakeSpan): Promise<IntakeCount[]> {
    const rows = await this.#received(period)
      .select(by === IntakeSpan.DAY ? `${receivedDay}::text` : `${receivedHour}`, "span")
      .addSelect("ticket.channelCode", "channelCode")
      .addSelect("count(*)::int", "received")
      .groupBy("1")
      .addGroupBy("2")
      .orderBy("2")
      .getRawMany<{ span: Day | number; channelCode: string; received: number }>();
    const bySpan = new Map<Day | number, ChannelIntake[]>();
    for (const { span, ...intake } of rows) {
      bySpan.set(span, [...(bySpan.get(span) ?? []), Object.assign(new ChannelIntake(), intake)]);
    }
    const intakeOf = (span: Day | number): IntakeCount => {
      const byChannel = bySpan.get(span) ?? [];
      return Object.assign(new IntakeCount(), {
        hour: typeof span === "number" ? span : null,
        day: typeof span === "string" ? span : null,
        received: byChannel.reduce((sum, { received }) => sum + received, 0),
        byChannel,
      });
    };
    return by === IntakeSpan.DAY ? daysOf(period).map(intakeOf) : hours.map(intakeOf);
  }

  /** The very rows that `tickets` lists for the place and the period. */
  #received({ division, from, until }: CountedPeriod): SelectQueryBuilder<Ticket> {
    const inPeriod = { division, receivedFrom: startOfDay(from), receivedBefore: endOfDay(until) };
    const visible = visibleTo(this.#database.manager.createQueryBuilder(Ticket, "ticket"), this.#principal);
    return filtered(visible, inPeriod, this.#at);
  }
}

function daysOf({ from, until }: CountedPeriod): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addCalendarDays(day, 1)) days.push(day);
  return days;
}
