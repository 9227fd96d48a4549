import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { EnterpriseDemandCount } from "./enterprise-demand-count.ts";

@ObjectType({
  description: "The month's report on what enterprises asked in a place (企业诉求综合考评报告, PG-13)",
})
export class EnterpriseDemandReport {
  divisionCode: string;

  @Field(() => GraphQLLocalDate, { description: "First day of the month (月份)" })
  month: Day;

  @Field(() => Int, { description: "Enterprises that asked something (提出诉求的企业数)" })
  enterprises: number;

  @Field(() => EnterpriseDemandCount, { description: "All of them together (合计)" })
  total: EnterpriseDemandCount;

  @Field(() => [EnterpriseDemandCount], {
    description: "Each of them, who asked most first, 500 at most (按企业)",
  })
  byEnterprise: EnterpriseDemandCount[];
}
