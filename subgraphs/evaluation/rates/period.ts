import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import { Public } from "../../shared/schema-directives.ts";

@InputType("AssessmentPeriodInput", { description: "The days to count, both ends included (考核周期)" })
export class PeriodInput {
  @Field(() => GraphQLLocalDate, { description: "First day (起始日)" })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: "Last day (截止日)" })
  to: Day;
}

@ObjectType("AssessmentPeriod", { description: "The days counted, both ends included (考核周期)" })
@Public()
export class Period {
  @Field(() => GraphQLLocalDate, { description: "First day (起始日)" })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: "Last day (截止日)" })
  to: Day;
}

/** Refuses a period that ends before it begins. */
export function requirePeriod({ from, to }: PeriodInput): Period {
  if (from <= to) return Object.assign(new Period(), { from, to });
  throw refuse("BAD_INPUT", {
    field: "period",
    problem: `it ends on ${to}, before it begins on ${from}`,
    problemZh: `截止日 ${to} 早于起始日 ${from}`,
  });
}
