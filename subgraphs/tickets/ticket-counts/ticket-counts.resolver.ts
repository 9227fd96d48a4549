import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { addCalendarDays, type Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Cost, ListSize } from "../../shared/schema-directives.ts";
import { Channel } from "../channel/channel.ts";
import { Division, Grid } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { refuse } from "../tickets.errors.ts";
import { ChannelIntake, IntakeCount, IntakeSpan } from "./intake-count.ts";
import { ChannelTicketCounts, PlaceTicketCounts, TicketCounts } from "./ticket-counts.ts";

@Resolver(() => TicketCounts)
export class TicketCountsResolver {
  @Query(() => TicketCounts, {
    description:
      "Tickets taken in in a place and a period of two years at most, and where they stand now (工单统计)",
  })
  @Cost(100)
  ticketCounts(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
    @Ctx() { ticketCounts }: TicketsContext,
  ): Promise<TicketCounts> {
    if (until < from || until > addCalendarDays(from, 731)) throw refuse("TICKET_PERIOD", { from, until });
    return ticketCounts.of({ division, from, until });
  }

  @FieldResolver(() => [IntakeCount], {
    description:
      "When they were taken in: all 24 hours of the day, or every day of the period, in order, also those in which nothing came (分时受理量)",
  })
  @ListSize(31)
  intake(
    @Root() counts: TicketCounts,
    @Arg("by", () => IntakeSpan, { description: "Hours of the day, or days (口径)" }) by: IntakeSpan,
    @Ctx() { ticketCounts }: TicketsContext,
  ): Promise<IntakeCount[]> {
    return ticketCounts.intake(counts, by);
  }
}

const channelDescription = "The channel; null only when it is no longer known (渠道)";

@Resolver(() => ChannelTicketCounts)
export class ChannelTicketCountsResolver {
  @FieldResolver(() => Channel, { nullable: true, description: channelDescription })
  channel(
    @Root() { channelCode }: ChannelTicketCounts,
    @Ctx() { load }: TicketsContext,
  ): Promise<Channel | null> {
    return load.channel.load(channelCode);
  }
}

@Resolver(() => ChannelIntake)
export class ChannelIntakeResolver {
  @FieldResolver(() => Channel, { nullable: true, description: channelDescription })
  channel(@Root() { channelCode }: ChannelIntake, @Ctx() { load }: TicketsContext): Promise<Channel | null> {
    return load.channel.load(channelCode);
  }
}

@Resolver(() => PlaceTicketCounts)
export class PlaceTicketCountsResolver {
  @FieldResolver(() => Division, {
    nullable: true,
    description:
      "The division directly below; of a grid its community, of the row of the place itself that; null only when it cannot be looked up (区划)",
  })
  division(@Root() { divisionCode }: PlaceTicketCounts): Division {
    return Object.assign(new Division(), { code: divisionCode });
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description:
      "The grid, where the place is a community; null otherwise, and of the row of the place itself (网格)",
  })
  grid(@Root() { gridCode }: PlaceTicketCounts): Grid | null {
    return gridCode ? Object.assign(new Grid(), { code: gridCode }) : null;
  }
}
