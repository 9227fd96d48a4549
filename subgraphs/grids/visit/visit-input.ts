import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { ObservedSituation } from "./observation.ts";

@InputType({ description: "A situation seen on a visit (走访情况, ZY-6)" })
export class ObservationInput {
  @Field(() => ObservedSituation, { description: "Which of the four (情况)" })
  situation: ObservedSituation;

  @Field(() => String, { description: "What it may be used for (用途)" })
  purpose: string;

  @Field(() => String, { nullable: true, description: "What was seen, if it needs words (说明)" })
  note?: string;

  @Field(() => GraphQLLocalDate, {
    description: "Last day on which it is shown to anybody, a year from now at most (有效期至)",
  })
  expiresOn: Day;
}

@InputType({ description: "A visit to a household (入户走访, KF-2)" })
export class VisitInput {
  @Field(() => ID, { description: "The household (户编号)" })
  household: string;

  @Field(() => GraphQLLocalDate, { description: "Day of the visit, today or earlier (走访日期)" })
  visitedOn: Day;

  @Field(() => [ObservationInput], {
    defaultValue: [],
    description: "What was seen that needs somebody to act (走访情况)",
  })
  observations: ObservationInput[];
}
