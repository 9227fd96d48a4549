import { GraphQLLocalDate } from "graphql-scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { PageArgs } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";

@InputType({ description: "A petition day to be announced by one's own unit (信访接待日公告)" })
export class PetitionDayInput {
  @Field(() => GraphQLLocalDate, { description: "The day, today or later (日期)" })
  day: Day;

  @Field(() => String, { description: "Name of the leader who will hear people (接访领导姓名)" })
  leaderName: string;

  @Field(() => String, { description: "The leader's post (接访领导职务)" })
  leaderPost: string;

  @Field(() => String, { description: "Where to come to, at most 200 characters (接访地点)" })
  place: string;
}

@InputType({ description: "On which petition day a demand was heard, and how (信访接待情况, GZ-17)" })
export class PetitionInput {
  @Field(() => ID, { description: "The petition day, see `petitionDays` (接待日)" })
  day: string;

  @Field(() => Boolean, {
    description: "Whether the leader saw the demander in person, who is then to be named (是否当面接谈)",
  })
  seenInPerson: boolean;
}

@ArgsType()
export class PetitionDayListArgs extends PageArgs {
  @Field(() => DivisionCode, { description: "Of units answerable for land in this division (区划)" })
  division: string;

  @Field(() => GraphQLLocalDate, { description: "From this day on (起)" })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: "Until this day, included (止)" })
  until: Day;
}
