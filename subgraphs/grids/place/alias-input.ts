import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";

@InputType({ description: "Another name of a division (区划别名)" })
export class DivisionAliasInput {
  @Field(() => DivisionCode, { description: "The division, a district or inside one (区划代码)" })
  division: string;

  @Field(() => String, { description: "The name, 2 to 60 characters (名称)" })
  name: string;

  @Field(() => String, { description: "Where the name is known from (来源)" })
  source: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day; absent when not known (启用日期)",
  })
  validFrom?: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day on which it is a former name; absent while in use (停用日期)",
  })
  validTo?: Day;
}
