import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

/** 投诉状态; which may follow which, consumer-complaint.lifecycle.ts says. */
export enum ComplaintState {
  RECEIVED = "RECEIVED",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
  MEDIATED = "MEDIATED",
  CLOSED = "CLOSED",
}
registerEnumType(ComplaintState, {
  name: "ComplaintState",
  description: "Where a consumer complaint stands (投诉状态)",
  valuesConfig: {
    RECEIVED: { description: "Received; within 7 working days it is accepted or rejected (待受理)" },
    ACCEPTED: { description: "Accepted; being mediated (已受理)" },
    REJECTED: { description: "Not accepted, with a reason the consumer was told; the end (不予受理)" },
    MEDIATED: { description: "The mediation is over, with or without agreement (调解结束)" },
    CLOSED: { description: "The consumer was told the outcome; the end (办结)" },
  },
});

/** 不予受理的情形 (市场监督管理投诉举报处理暂行办法 第十五条). */
export enum RejectionReason {
  NOT_COMPETENT = "NOT_COMPETENT",
  HANDLED_ELSEWHERE = "HANDLED_ELSEWHERE",
  NO_CONSUMER_DISPUTE = "NO_CONSUMER_DISPUTE",
  TIME_BARRED = "TIME_BARRED",
  PAPERS_MISSING = "PAPERS_MISSING",
  OTHER_BY_LAW = "OTHER_BY_LAW",
}
registerEnumType(RejectionReason, {
  name: "RejectionReason",
  description:
    "Why a consumer complaint is not accepted (不予受理情形, 市场监督管理投诉举报处理暂行办法 第十五条)",
  valuesConfig: {
    NOT_COMPETENT: { description: "It is no matter of this department (非本部门职责)" },
    HANDLED_ELSEWHERE: {
      description: "A court, arbitrator or other body has taken up the same dispute (他处已受理或处理)",
    },
    NO_CONSUMER_DISPUTE: {
      description: "Not bought for living, or no dispute with this business can be shown (非消费争议)",
    },
    TIME_BARRED: {
      description: "More than three years since the consumer knew of the wrong (超过三年)",
    },
    PAPERS_MISSING: { description: "What a complaint must hold was not given (材料不全)" },
    OTHER_BY_LAW: { description: "Another case of the law, named in the explanation (其他法定情形)" },
  },
});

/** 调解结果: by agreement, or why it ended without (同上 第二十条、第二十一条). */
export enum MediationOutcome {
  AGREED = "AGREED",
  NOT_AGREED = "NOT_AGREED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
  TIME_UP = "TIME_UP",
}
registerEnumType(MediationOutcome, {
  name: "MediationOutcome",
  description: "How a mediation ended (调解结果, 市场监督管理投诉举报处理暂行办法 第二十条、第二十一条)",
  valuesConfig: {
    AGREED: { description: "The parties came to an agreement (达成协议)" },
    NOT_AGREED: { description: "A party said there would be no agreement (无法达成协议)" },
    REFUSED: { description: "A party refused or stayed away without good reason (拒绝调解)" },
    WITHDRAWN: { description: "The consumer withdrew, or settled privately (撤回投诉)" },
    TIME_UP: { description: "No agreement within 45 working days of acceptance (期限届满)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A consumer's complaint against a business, to be mediated (消费投诉, 市场监督管理投诉举报处理暂行办法)",
})
@Key("number")
@Granted()
export class ConsumerComplaint {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-X-20260601-0001 (投诉编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => ComplaintState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: ComplaintState;

  @Column({ type: "text" })
  creditCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Column({ type: "text", nullable: true })
  ticketNumber: string | null;

  @Field(() => String, { description: "Name of the consumer. Personal data (投诉人姓名)" })
  @Personal(PersonalKind.NAME)
  @Column({ type: "text" })
  consumerName: string;

  @Field(() => String, { description: "Telephone of the consumer. Personal data (投诉人电话)" })
  @Personal(PersonalKind.PHONE)
  @Column({ type: "text" })
  consumerPhone: string;

  /** Subject of the consumer's token, where the department knows it: they follow their own complaint by it. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  @Field(() => String, { description: "What happened (争议事实)" })
  @Column({ type: "text" })
  facts: string;

  @Field(() => String, { description: "What the consumer asks of the business (投诉请求)" })
  @Column({ type: "text" })
  request: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "What the dispute is about in money, in fen (分, 1/100 yuan); null when not given (争议金额)",
  })
  @Column({ type: "int", nullable: true })
  disputedFen: number | null;

  @Field(() => Date, { description: "When the department received it (收到时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  receivedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it was accepted or rejected; null until then (受理决定时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Field(() => RejectionReason, {
    nullable: true,
    description: "Why it was not accepted; null unless it was rejected (不予受理情形)",
  })
  @Column({ type: "text", nullable: true })
  rejectionReason: RejectionReason | null;

  @Field(() => String, {
    nullable: true,
    description: "The reason in words, as the consumer was told; null unless it was rejected (不予受理说明)",
  })
  @Column({ type: "text", nullable: true })
  rejectionExplanation: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the mediation ended; null until then (调解结束时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  mediatedAt: Date | null;

  @Field(() => MediationOutcome, {
    nullable: true,
    description: "How the mediation ended; null until then (调解结果)",
  })
  @Column({ type: "text", nullable: true })
  outcome: MediationOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: "What was agreed, or why nothing was; null until the mediation ended (调解情况)",
  })
  @Column({ type: "text", nullable: true })
  outcomeAccount: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "What the consumer got back by the agreement, in fen (分, 1/100 yuan); null without an agreement on money (挽回损失)",
  })
  @Column({ type: "int", nullable: true })
  recoveredFen: number | null;

  @Field(() => Date, { nullable: true, description: "When it was closed; null until then (办结时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  closedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "What the consumer was told in the end; null until it is closed (告知内容)",
  })
  @Column({ type: "text", nullable: true })
  feedback: string | null;

  @Column({ type: "int" })
  version: number;
}

export const ConsumerComplaintConnection = connectionOf(ConsumerComplaint);
