import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";

@ObjectType({
  description: "What one enterprise asked in one month, and what came of it (企业诉求月度统计, PG-13)",
})
export class EnterpriseDemandCount {
  creditCode: string;

  @Field(() => GraphQLLocalDate, { description: "First day of the month in which it was asked (月份)" })
  month: Day;

  @Field(() => Int, { description: "Demands (诉求数)" })
  demands: number;

  @Field(() => Int, { description: "Of these answered (已反馈)" })
  answered: number;

  @Field(() => Int, { description: "Of these reported as solved (已解决)" })
  solved: number;

  @Field(() => Int, { description: "Of these on the ledger of what is unsolved, or ever was (挂账, ZY-18)" })
  ledgered: number;
}
