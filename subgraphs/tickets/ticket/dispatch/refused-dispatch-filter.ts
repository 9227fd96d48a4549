import { GraphQLLocalDate } from "graphql-scalars";
import { ArgsType, Field, InputType } from "type-graphql";
import type { Day } from "../../../shared/calendar.ts";
import { PageArgs } from "../../../shared/connection.ts";

@InputType({ description: "Which refused dispatches; all conditions given must hold (被拒派单筛选)" })
export class RefusedDispatchFilter {
  @Field(() => String, {
    nullable: true,
    description: "Code of the unit the matter stayed with (责任单位)",
  })
  responsible?: string;

  @Field(() => String, { nullable: true, description: "Code of the unit it was to be put on (拟派单位)" })
  unit?: string;

  @Field(() => String, { nullable: true, description: "Refused by this rule, e.g. GZ-8 (依据规则)" })
  rule?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on (起)" })
  from?: Day;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Until this day, included (止)" })
  until?: Day;
}

@ArgsType()
export class RefusedDispatchListArgs extends PageArgs {
  @Field(() => RefusedDispatchFilter, { nullable: true, description: "Which ones (筛选)" })
  filter?: RefusedDispatchFilter;
}
