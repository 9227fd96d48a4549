import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";
import { RecordSource } from "../record-source.ts";
import { AidKind } from "./aid-kind.ts";
import { AidState, AidStopReason } from "./aid-state.ts";

@Entity()
@ObjectType({
  description:
    "One aid to one person, from application to stop (社会救助). Read by the department, the recipient, and whom the department granted it",
})
@Key("number")
@Granted()
export class Aid {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-AID-20260601-0001 (救助编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "text" })
  residentId: string;

  /** Who the recipient is when signed in. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  /** The grid the recipient lives in, or the community where no grid covers the building. */
  @Column({ type: "text" })
  placeCode: string;

  @Field(() => String, { description: "The recipient's name (救助对象姓名)" })
  @Personal(PersonalKind.NAME)
  @Column({ type: "text" })
  recipientName: string;

  @Field(() => AidKind, { description: "Kind of aid (救助类别)" })
  @Column({ type: "text" })
  kind: AidKind;

  @Field(() => AidState, { description: "How far it has come (状态)" })
  @Column({ type: "text" })
  state: AidState;

  @Field(() => RecordSource, { description: "Where it comes from (数据来源)" })
  @Column({ type: "text" })
  source: RecordSource;

  @Field(() => Date, { description: "When the application was put on record (申请时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  appliedAt: Date;

  @Column({ type: "text" })
  applicationReason: string;

  @Field(() => Date, { nullable: true, description: "When it was reviewed; null until then (审核时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  reviewedAt: Date | null;

  /** Who reviewed it: another person must decide. */
  @Column({ type: "text", nullable: true })
  reviewerId: string | null;

  @Column({ type: "text", nullable: true })
  reviewOpinion: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was approved or refused; null until then (审核确认时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: "text", nullable: true })
  refusalReason: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Amount a month in fen, a hundredth of a yuan; null until approved (月发放金额，单位：分)",
  })
  @Column({ type: "int", nullable: true })
  monthlyAmountFen: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day for which it is paid; null until payment began (发放起始日)",
  })
  @Column({ type: "date", nullable: true })
  paidFrom: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Last day of temporary aid; null for aid without an end, and until approved (发放截止日)",
  })
  @Column({ type: "date", nullable: true })
  paidUntil: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "By when it must be reviewed again, a year after the last time; null unless in payment (年度复核期限)",
  })
  @Column({ type: "date", nullable: true })
  reviewDueOn: Day | null;

  @Field(() => AidStopReason, {
    nullable: true,
    description: "Why it stopped; null while it has not (停发原因)",
  })
  @Column({ type: "text", nullable: true })
  stopReason: AidStopReason | null;

  @Field(() => Date, { nullable: true, description: "When it stopped; null while it has not (停发时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  stoppedAt: Date | null;

  @Field(() => GraphQLLocalDate, {
    description:
      "The last day on which this record may be kept; then it is deleted (保存期限, 个人信息保护法 art. 19)",
  })
  @Column({ type: "date" })
  retainUntil: Day;

  @Column({ type: "int" })
  version: number;
}

export const AidConnection = connectionOf(Aid);
