import type { OverviewIntakeQuery } from "./intake.graphql.ts";

type TicketCounts = NonNullable<OverviewIntakeQuery["ticketCounts"]>;

/** As many channels are told apart in a chart; the table has them all. */
const TOLD_APART = 6;

/** A channel of its own, or all the rest together. */
export interface IntakeSeries {
  /** Undefined of the rest. */
  readonly channel: { readonly code: string; readonly name: string; readonly nameZh: string } | undefined;
  /** How a list is narrowed to it: the rest came by any channel but those told apart. */
  readonly narrowing: { readonly channel: string } | { readonly exceptChannels: readonly string[] };
  readonly total: number;
  /** For each span of time, in their order. */
  readonly counts: readonly number[];
}

export interface Intake {
  /** `07` of an hour, `2026-06-10` of a day. */
  readonly spans: readonly string[];
  readonly totals: readonly number[];
  /** The busiest first, the rest last. */
  readonly series: readonly IntakeSeries[];
}

/** Intake as it is drawn: the busiest channels, and the rest as one. Whatever is drawn adds up to what was received. */
export function intakeOf(counts: TicketCounts, toldApart: number = TOLD_APART): Intake {
  const channels = counts.byChannel
    .flatMap(({ channel, received }) => (channel ? [{ ...channel, received }] : []))
    .sort((one, other) => other.received - one.received || (one.code < other.code ? -1 : 1))
    .slice(0, toldApart);
  const told = channels.map(({ received: total, ...channel }) => ({
    channel,
    narrowing: { channel: channel.code },
    total,
    counts: counts.intake.map(
      ({ byChannel }) => byChannel.find((each) => each.channel?.code === channel.code)?.received ?? 0,
    ),
  }));
  const totals = counts.intake.map(({ received }) => received);
  const rest = totals.map((total, span) =>
    told.reduce((left, each) => left - (each.counts[span] ?? 0), total),
  );
  const restTotal = rest.reduce((sum, count) => sum + count, 0);
  const others: IntakeSeries = {
    channel: undefined,
    narrowing: { exceptChannels: channels.map(({ code }) => code) },
    total: restTotal,
    counts: rest,
  };
  return {
    spans: counts.intake.map(({ hour, day }) => day ?? String(hour).padStart(2, "0")),
    totals,
    series: restTotal > 0 ? [...told, others] : told,
  };
}
