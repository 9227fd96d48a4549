import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key } from "../../shared/schema-directives.ts";

/** The steps of a grant; `power-grant.lifecycle.ts` says who takes which. */
export enum GrantState {
  INTENT = "INTENT",
  REVIEWED = "REVIEWED",
  APPROVED = "APPROVED",
  LISTED = "LISTED",
  PUBLISHED = "PUBLISHED",
  REVOKED = "REVOKED",
}
registerEnumType(GrantState, {
  name: "GrantState",
  description: "State of a power grant (赋权状态, GZ-5)",
  valuesConfig: {
    INTENT: { description: "The sub-district stated its intent (已提出承接意向)" },
    REVIEWED: { description: "The granting department reviewed it (部门已审核)" },
    APPROVED: { description: "The district government approved it (区政府已批准)" },
    LISTED: { description: "Entered in an open batch of the sub-district's list (已列入批次)" },
    PUBLISHED: { description: "Published; usable from the batch's effective day (已公布)" },
    REVOKED: { description: "Revoked (已收回)" },
  },
});

@Entity()
@ObjectType({
  description:
    "The granting of a department's power to a sub-district, step by step; not usable before publication (赋权, GZ-5)",
})
@Key("number")
export class PowerGrant {
  @Field(() => String, { description: "Number, e.g. 620702-G-20210110-0001 (赋权编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "text", insert: false, update: false })
  districtCode: string;

  @Field(() => GrantState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: GrantState;

  @Column({ type: "text" })
  itemCode: string;

  @Column({ type: "text" })
  grantingUnitCode: string;

  @Column({ type: "text" })
  receivingUnitCode: string;

  @Field(() => String, {
    description: "Entry of the provincial guiding catalogue it refers to (省级指导目录条目)",
  })
  @Column({ type: "text" })
  guidingCatalogue: string;

  @Field(() => String, { description: "Why the sub-district can take the power on (承接意向)" })
  @Column({ type: "text" })
  intent: string;

  @Field(() => Date, { description: "When the intent was stated (提出时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  statedAt: Date;

  @Field(() => String, {
    nullable: true,
    description: "The department's opinion; null until reviewed (审核意见)",
  })
  @Column({ type: "text", nullable: true })
  reviewOpinion: string | null;

  @Field(() => Date, { nullable: true, description: "When it was reviewed; null until then (审核时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  reviewedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The district's document; null until approved (批准文号)",
  })
  @Column({ type: "text", nullable: true })
  approvalDocument: string | null;

  @Field(() => Date, { nullable: true, description: "When it was approved; null until then (批准时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  approvedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The list it was entered in; null until listed (清单标识)",
  })
  @Column({ type: "text", nullable: true })
  listId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The batch it was entered in; null until listed (批次号)",
  })
  @Column({ type: "int", nullable: true })
  batchNumber: number | null;

  @Field(() => Date, { nullable: true, description: "When it was listed; null until then (列入时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  listedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When its batch was published; null until then (公布时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  publishedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was revoked; null unless it was (收回原因)" })
  @Column({ type: "text", nullable: true })
  revocationReason: string | null;

  @Field(() => Date, { nullable: true, description: "When it was revoked; null unless it was (收回时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}
