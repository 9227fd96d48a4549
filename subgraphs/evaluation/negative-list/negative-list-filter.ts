import { Field, InputType, Int } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { NegativeListState, Offence } from "./negative-list-entry.ts";

@InputType({ description: "Which negative-list entries; what is absent does not restrict (负面清单筛选)" })
export class NegativeListFilter {
  @Field(() => NegativeListState, { nullable: true, description: "In this state (状态)" })
  state?: NegativeListState;

  @Field(() => Offence, { nullable: true, description: "For this offence (情形)" })
  offence?: Offence;

  @Field(() => String, { nullable: true, description: "Against this unit (被列单位)" })
  respondent?: string;

  @Field(() => DivisionCode, {
    nullable: true,
    description: "From whistles and tickets inside this division (区划)",
  })
  division?: string;

  @Field(() => String, { nullable: true, description: "On this whistle (哨编号)" })
  whistle?: string;

  @Field(() => Int, { nullable: true, description: "Counting for this year (考核年度)" })
  year?: number;
}
