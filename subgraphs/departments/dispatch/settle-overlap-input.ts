import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";

@InputType({ description: "The arbiter's ruling: who leads a matter that several claim (职责划界, PG-4)" })
export class SettleOverlapInput {
  @Field(() => String, { description: "Matter code (事项代码)" })
  matter: string;

  @Field(() => DivisionCode, {
    description: "Where it holds: a district, sub-district or community (适用区划)",
  })
  division: string;

  @Field(() => String, { description: "The one that leads, of those that claim it (主责单位)" })
  unit: string;

  @Field(() => String, { description: "Number or title of the ruling (文号)" })
  document: string;

  @Field(() => GraphQLLocalDate, { description: "First day on which it holds, tomorrow or later (生效日期)" })
  effectiveFrom: Day;
}
