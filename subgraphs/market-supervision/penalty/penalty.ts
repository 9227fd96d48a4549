import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

/** 处罚种类 (行政处罚法 第九条), the heaviest where several were imposed together. */
export enum PenaltyKind {
  WARNING = "WARNING",
  FINE = "FINE",
  CONFISCATION = "CONFISCATION",
  SUSPENSION = "SUSPENSION",
  LICENCE_REVOCATION = "LICENCE_REVOCATION",
}
registerEnumType(PenaltyKind, {
  name: "PenaltyKind",
  description:
    "Kind of penalty (处罚种类, 行政处罚法 第九条), the heaviest where several were imposed together",
  valuesConfig: {
    WARNING: { description: "Warning or public criticism (警告、通报批评)" },
    FINE: { description: "Fine (罚款)" },
    CONFISCATION: { description: "Illegal gains or goods were confiscated (没收)" },
    SUSPENSION: { description: "Ordered to stop trading for a time (责令停产停业)" },
    LICENCE_REVOCATION: { description: "A licence was revoked (吊销许可证件)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A penalty the department decided against a business (行政处罚). Anybody reads it while it is published; before and afterwards only who reaches the row",
})
@Key("number")
@Public()
export class Penalty {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-P-20260401-0002 (处罚编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "text" })
  creditCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Column({ type: "text", nullable: true })
  inspectionNumber: string | null;

  @Field(() => PenaltyKind, { description: "Kind of penalty (处罚种类)" })
  @Column({ type: "text" })
  kind: PenaltyKind;

  @Field(() => String, { description: "What the business did (违法事实)" })
  @Column({ type: "text" })
  grounds: string;

  @Field(() => String, { description: "Law and article it was decided by (处罚依据)" })
  @Column({ type: "text" })
  legalBasis: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Fine and confiscated gains together, in fen (分, 1/100 yuan); null when no money was asked for (罚没金额)",
  })
  @Column({ type: "int", nullable: true })
  amountFen: number | null;

  @Field(() => GraphQLLocalDate, { description: "Day of the decision (处罚决定日期)" })
  @Column({ type: "date" })
  decidedOn: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "First day of its publication, within 20 working days of the decision; null while that is to come (公示日期, 市场监督管理行政处罚信息公示规定 第八条)",
  })
  @Column({ type: "date", nullable: true })
  publishedFrom: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "First day on which it is no longer published; null until it is published (停止公示日期, 同上 第十三条)",
  })
  @Column({ type: "date", nullable: true })
  publishedUntil: Day | null;

  @Column({ type: "text" })
  caseOfficerName: string;
}

export const PenaltyConnection = connectionOf(Penalty, { public: true });
