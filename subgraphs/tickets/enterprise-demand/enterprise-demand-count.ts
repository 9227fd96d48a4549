import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";

@ObjectType({
  description:
    "What enterprises asked in one month, and what came of it: of one of them, or of all together (企业诉求月度统计, PG-13)",
})
export class EnterpriseDemandCount {
  /** Null: all together. */
  creditCode: string | null;

  @Field(() => GraphQLLocalDate, { description: "First day of the month in which it was asked (月份)" })
  month: Day;

  @Field(() => Int, { description: "Demands (诉求数)" })
  demands: number;

  @Field(() => Int, { description: "Of these answered (已反馈)" })
  answered: number;

  @Field(() => Int, {
    description: "Of these answered, or past their limit by now: over these `onTime` is told (应反馈)",
  })
  due: number;

  @Field(() => Int, { description: "Of these answered within their limit (按时反馈)" })
  onTime: number;

  @Field(() => Int, { description: "Of these reported as solved by the unit (承办单位报已解决)" })
  solved: number;

  @Field(() => Int, {
    description:
      "Of these whose demander answered a call-back: over these `confirmedSolved` and `satisfied` are told (有效回访)",
  })
  calledBack: number;

  @Field(() => Int, { description: "Of these solved as the demander says (回访已解决)" })
  confirmedSolved: number;

  @Field(() => Int, { description: "Of these satisfied (满意)" })
  satisfied: number;

  @Field(() => Int, { description: "Of these basically satisfied (基本满意)" })
  basicallySatisfied: number;

  @Field(() => Int, { description: "Of these on the ledger of what is unsolved, or ever was (挂账, ZY-18)" })
  ledgered: number;
}
