import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Query, Resolver } from "type-graphql";
import { addCalendarDays, type Day, isWorkingDay } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import { Public } from "../../shared/schema-directives.ts";

/** A year and a little more: further ahead than any limit runs. */
const mostDays = 400;

@Resolver()
export class WorkingDaysResolver {
  @Query(() => [GraphQLLocalDate], {
    description:
      "Every working day from the one day to the other, both included and make-up days (调休) among them; at most 400 days. CALENDAR_NOT_COVERED beyond the years whose days off the State Council has announced (工作日历)",
  })
  @Public()
  workingDays(
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
  ): Day[] {
    const days: Day[] = [];
    for (let day = from; day <= until && days.length <= mostDays; day = addCalendarDays(day, 1))
      days.push(day);
    if (days.length === 0 || days.length > mostDays) {
      throw refuse("BAD_INPUT", {
        field: "until",
        problem: `from ${from} to ${until} is not 1 to ${mostDays} days`,
        problemZh: `${from} 至 ${until} 须为 1 至 ${mostDays} 日`,
      });
    }
    return days.filter(isWorkingDay);
  }
}
