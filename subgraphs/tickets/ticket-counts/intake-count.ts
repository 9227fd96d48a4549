import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { ListSize } from "../../shared/schema-directives.ts";

/** By what intake is spread out. */
export enum IntakeSpan {
  HOUR_OF_DAY = "HOUR_OF_DAY",
  DAY = "DAY",
}
registerEnumType(IntakeSpan, {
  name: "IntakeSpan",
  description: "By what intake is spread out (受理量统计口径)",
  valuesConfig: {
    HOUR_OF_DAY: { description: "By hour of the day, all days of the period together (按一天中的小时)" },
    DAY: { description: "By day (按日)" },
  },
});

@ObjectType({ description: "What one channel brought in that time (渠道受理量)" })
export class ChannelIntake {
  channelCode: string;

  @Field(() => Int, { description: "Tickets taken in, more than none; listed by `channel` (受理数)" })
  received: number;
}

@ObjectType({ description: "Tickets taken in in one hour of the day, or on one day (分时受理量)" })
export class IntakeCount {
  @Field(() => Int, {
    nullable: true,
    description: "Hour of the day, 0 to 23, Asia/Shanghai; listed by `receivedHour`; null by day (小时)",
  })
  hour: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The day, Asia/Shanghai; listed by `receivedFrom` and `receivedBefore`; null by hour (日期)",
  })
  day: Day | null;

  @Field(() => Int, { description: "Tickets taken in, by whatever channel (受理数)" })
  received: number;

  @Field(() => [ChannelIntake], {
    description: "By channel, in the order of their codes; one that brought none is left out (按渠道)",
  })
  @ListSize(12)
  byChannel: ChannelIntake[];
}
