import { Field, InputType, Int } from "type-graphql";
import { CasePart } from "../../shared/case-part.ts";

@InputType({
  description: "What an owner opens to whoever is called or sent to a case (案内访问规则设定)",
})
export class SetCaseAccessRuleInput {
  @Field(() => String, { description: "The subgraph that holds the data, one of yours (数据所属子图)" })
  owner: string;

  @Field(() => [CasePart], { description: "To those with one of these parts, 1 to 3 (适用角色)" })
  parts: CasePart[];

  @Field(() => [String], { description: "What may be read: `Type` or `Type.field`, 1 to 100 (开放字段)" })
  coordinates: string[];

  @Field(() => [String], {
    defaultValue: [],
    description: "Of the coordinates' personal fields those shown as they are, `Type.field` (明文字段)",
  })
  clear: string[];

  @Field(() => Int, {
    nullable: true,
    description: "Rows one answer may give, all its lists together, 1 to 5000; null: 100 (单次导出上限)",
  })
  listMaximum?: number | null;

  @Field(() => Date, { description: "From when (生效时间)" })
  validFrom: Date;

  @Field(() => Date, { description: "To when: the first instant it no longer holds (失效时间)" })
  validUntil: Date;

  @Field(() => String, { description: "Why, at most 2000 characters (设定理由)" })
  reason: string;
}

@InputType({
  description: "Which case access rules; every condition given must hold (案内访问规则筛选条件)",
})
export class CaseAccessRuleFilter {
  @Field(() => String, { nullable: true, description: "Of data in this subgraph (数据所属子图)" })
  owner?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "In force now, or not: withdrawn, over or still to come (当前是否有效)",
  })
  inForce?: boolean;
}
