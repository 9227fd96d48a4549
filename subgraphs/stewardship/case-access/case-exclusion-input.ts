import { Field, InputType } from "type-graphql";

@InputType({ description: "Which case is closed to whom, and why (案内访问排除)" })
export class ExcludeFromCaseInput {
  @Field(() => String, { description: "The subgraph that holds the data, one of yours (数据所属子图)" })
  owner: string;

  @Field(() => String, { description: "Number of the case's ticket, in your district (工单编号)" })
  caseNumber: string;

  @Field(() => String, {
    description: "Code of the unit it is closed to; a department's includes its stations (单位代码)",
  })
  unit: string;

  @Field(() => String, { description: "Why, at most 2000 characters (排除理由)" })
  reason: string;
}

@InputType({
  description: "Which exclusions; every condition given must hold (案内访问排除筛选条件)",
})
export class CaseExclusionFilter {
  @Field(() => String, { nullable: true, description: "Of data in this subgraph (数据所属子图)" })
  owner?: string;

  @Field(() => String, { nullable: true, description: "From this case (工单编号)" })
  caseNumber?: string;
}
