import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { ListSize } from "../../shared/schema-directives.ts";

@ObjectType({ description: "Of the tickets counted, those that came by one channel (按渠道统计)" })
export class ChannelTicketCounts {
  channelCode: string;

  @Field(() => Int, { description: "Taken in; listed by `channel` (受理数)" })
  received: number;

  @Field(() => Int, { description: "Of these still open; and by `open: true` (未办结数)" })
  open: number;

  @Field(() => Int, { description: "Of these unanswered past their limit; and by `overdue: true` (超期数)" })
  overdue: number;
}

@ObjectType({ description: "Of the tickets counted, those of one place directly below (按下级区划统计)" })
export class PlaceTicketCounts {
  divisionCode: string;
  gridCode: string | null;

  @Field(() => Boolean, {
    description:
      "True: those of the place itself, of which nobody knows yet where in it; listed by `exactDivision`, in a community by `noGridYet: true` (是否仅定位到本级)",
  })
  direct: boolean;

  @Field(() => Int, { description: "Taken in; listed by `division`, or `grid` (受理数)" })
  received: number;

  @Field(() => Int, { description: "Of these still open; and by `open: true` (未办结数)" })
  open: number;

  @Field(() => Int, { description: "Of these unanswered past their limit; and by `overdue: true` (超期数)" })
  overdue: number;

  @Field(() => Int, {
    description: "Of these struck off, archived or not; and by `states: [STRUCK_OFF, ARCHIVED]` (销号数)",
  })
  struckOff: number;

  @Field(() => Int, { description: "Of these ever whistled for; and by `whistled: true` (吹哨数)" })
  whistled: number;
}

/** Whatever is counted here is the length of a list: `tickets` with the place, the period and what the field names. */
@ObjectType({
  description:
    "Tickets of a place taken in in a period, as far as you may see them, by where they stand now (工单统计). Each number is the `totalCount` of `tickets` with `division`, `receivedFrom`, `receivedBefore` and the filter it names. Open, struck off, rejected and merged add up to those received",
})
export class TicketCounts {
  division: string;

  @Field(() => GraphQLLocalDate, { description: "First day (起)" })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: "Last day, included (止)" })
  until: Day;

  @Field(() => Int, { description: "Taken in (受理数)" })
  received: number;

  @Field(() => Int, { description: "Of these still open: `open: true` (未办结数)" })
  open: number;

  @Field(() => Int, {
    description: "Of the open ones, unanswered past their limit: `overdue: true` (超期数)",
  })
  overdue: number;

  @Field(() => Int, {
    description: "Struck off, archived or not: `states: [STRUCK_OFF, ARCHIVED]` (销号数, ZY-18)",
  })
  struckOff: number;

  @Field(() => Int, { description: "Not taken on: `states: [REJECTED]` (不予受理数)" })
  rejected: number;

  @Field(() => Int, { description: "Gone on in another ticket: `states: [MERGED]` (并单数, KF-5)" })
  merged: number;

  @Field(() => Int, {
    description: "Ever whistled for, whatever became of them: `whistled: true` (吹哨数, PG-3)",
  })
  whistled: number;

  @Field(() => [ChannelTicketCounts], {
    description: "By channel, in the order of their codes; a channel that brought none is left out (按渠道)",
  })
  @ListSize(12)
  byChannel: ChannelTicketCounts[];

  @Field(() => [PlaceTicketCounts], {
    description:
      "By division directly below, of a community by grid, in the order of their codes; with a row of the place itself where tickets lie in it and nobody knows where, so that they add up. A place without tickets is left out (按下级区划)",
  })
  @ListSize(30)
  byPlace: PlaceTicketCounts[];
}
