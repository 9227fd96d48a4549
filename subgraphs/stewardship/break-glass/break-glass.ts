import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Post } from "../../shared/principal.ts";
import { Key } from "../../shared/schema-directives.ts";

export enum ReviewVerdict {
  JUSTIFIED = "JUSTIFIED",
  NOT_JUSTIFIED = "NOT_JUSTIFIED",
}
registerEnumType(ReviewVerdict, {
  name: "ReviewVerdict",
  description: "What the owner of the data finds about an access that was taken (复核结论)",
  valuesConfig: {
    JUSTIFIED: { description: "There was need for it (情况属实)" },
    NOT_JUSTIFIED: { description: "There was none; what is left of the access ends at once (理由不成立)" },
  },
});

@Entity()
@ObjectType({
  description:
    "Access to data taken in an emergency without asking its owner: for one case, for a short time, reviewed afterwards (紧急访问)",
})
@Key("number")
export class BreakGlass {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description:
      "Number, e.g. 430105-B-0001: that of its data grant, and the basis to be stated (紧急访问编号)",
  })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => String, { description: "The subgraph that holds the data (数据所属子图)" })
  @Column({ type: "text" })
  owner: string;

  @Column({ type: "text" })
  ownerUnit: string;

  @Field(() => String, { description: "Code of the unit that took the access (使用单位代码)" })
  @Column({ type: "text" })
  consumer: string;

  @Field(() => [String], { description: "What may be read: `Type` or `Type.field` (访问字段)" })
  @Column({ type: "text", array: true })
  coordinates: string[];

  @Field(() => String, { description: "Number of the ticket it is for (工单编号)" })
  @Column({ type: "text" })
  caseNumber: string;

  @Field(() => String, { description: "Why it could not wait (紧急事由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "From when (开始时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  brokenAt: Date;

  /** Who took it; kept because nobody reviews their own. */
  @Column({ type: "text" })
  brokenBy: string;

  @Field(() => Post, { description: "The post that took it (操作岗位)" })
  @Column({ type: "text" })
  brokenByPost: Post;

  @Field(() => Date, { description: "To when, unless it is found not justified before (结束时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  @Field(() => Date, { description: "By when the owner has to review it (复核期限)" })
  @Column({ type: "timestamptz", precision: 3 })
  reviewDueAt: Date;

  @Field(() => ReviewVerdict, {
    nullable: true,
    description: "What the owner found; null until reviewed (复核结论)",
  })
  @Column({ type: "text", nullable: true })
  verdict: ReviewVerdict | null;

  @Field(() => String, { nullable: true, description: "Why; null until reviewed (复核理由)" })
  @Column({ type: "text", nullable: true })
  reviewReason: string | null;

  @Field(() => Date, { nullable: true, description: "When it was reviewed; null until then (复核时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  reviewedAt: Date | null;

  @Column({ type: "text", nullable: true })
  reviewedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the unit that reviewed it; null until then (复核单位)",
  })
  @Column({ type: "text", nullable: true })
  reviewedByUnit: string | null;

  @Column({ type: "int" })
  version: number;
}
