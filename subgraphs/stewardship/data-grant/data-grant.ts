import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Post, Rows } from "../../shared/principal.ts";
import { Key } from "../../shared/schema-directives.ts";
import { DataGrantState } from "./data-grant-enums.ts";

@Entity()
@ObjectType({
  description:
    "What the owner of data lets another body read, for which purposes and for how long (数据授权). Access taken by breaking the glass stands here as well, under a number with B",
})
@Key("number")
export class DataGrant {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-G-0001 (授权编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => DataGrantState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: DataGrantState;

  @Field(() => String, {
    description: "The subgraph that holds the data, e.g. `civil-affairs` (数据所属子图)",
  })
  @Column({ type: "text" })
  owner: string;

  @Column({ type: "text" })
  ownerUnit: string;

  @Field(() => String, {
    description:
      "Who may read: a unit's code, which covers its stations, or a division's, which stands for those who serve in its own office (使用方)",
  })
  @Column({ type: "text" })
  consumer: string;

  @Field(() => [Post], {
    nullable: true,
    description: "Of the consumer's people those in these posts; null: all (限定岗位)",
  })
  @Column({ type: "text", array: true, nullable: true })
  posts: Post[] | null;

  @Field(() => [String], { description: "What may be read: `Type` or `Type.field` (授权字段)" })
  @Column({ type: "text", array: true })
  coordinates: string[];

  @Field(() => [String], {
    description:
      "The bases that may be stated for it: power item codes and agreement numbers; broken glass is its own basis (使用目的)",
  })
  @Column({ type: "text", array: true })
  purposes: string[];

  @Field(() => Rows, { description: "Which rows it opens (可见范围)" })
  @Column({ type: "text" })
  rows: Rows;

  @Field(() => [String], {
    description:
      "Fields of personal data shown as they are, `Type.field`; what is not named is masked (明文字段)",
  })
  @Column({ type: "text", array: true })
  clear: string[];

  @Field(() => String, {
    nullable: true,
    description: "Number of the ticket it is for alone; null: any case (限定工单)",
  })
  @Column({ type: "text", nullable: true })
  caseNumber: string | null;

  @Field(() => Date, { description: "First instant at which it holds, once approved (生效时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  validFrom: Date;

  @Field(() => Date, { description: "First instant at which it no longer holds (失效时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  validUntil: Date;

  @Field(() => Int, {
    nullable: true,
    description: "Rows one answer may give, all its lists together; null: 100 (单次导出上限)",
  })
  @Column({ type: "int", nullable: true })
  listMaximum: number | null;

  /** What was asked for, where the owner granted less of it; told as `asked`. */
  @Column({ type: "text", array: true, nullable: true })
  askedCoordinates: string[] | null;

  @Column({ type: "text", array: true, nullable: true })
  askedClear: string[] | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  askedValidFrom: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  askedValidUntil: Date | null;

  @Column({ type: "int", nullable: true })
  askedListMaximum: number | null;

  @Field(() => Date, { description: "When it was asked for (申请时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  requestedAt: Date;

  /** Who asked; kept because nobody decides on their own request. */
  @Column({ type: "text" })
  requestedBy: string;

  @Field(() => String, { description: "Code of the unit that asked for it (申请单位)" })
  @Column({ type: "text" })
  requestedByUnit: string;

  @Field(() => Post, { description: "The post that asked for it (申请岗位)" })
  @Column({ type: "text" })
  requestedByPost: Post;

  @Field(() => String, { description: "What it is needed for (申请理由)" })
  @Column({ type: "text" })
  requestReason: string;

  @Field(() => Date, {
    nullable: true,
    description: "When it was approved or refused; null until then, and for broken glass (决定时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: "text", nullable: true })
  decidedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the unit that decided; null until then, and for broken glass (决定单位)",
  })
  @Column({ type: "text", nullable: true })
  decidedByUnit: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was approved or refused; null until then, and for broken glass (决定理由)",
  })
  @Column({ type: "text", nullable: true })
  decisionReason: string | null;

  @Field(() => Date, { nullable: true, description: "When it was revoked; null unless it was (撤销时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  revokedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the unit that revoked it; null unless it was (撤销单位)",
  })
  @Column({ type: "text", nullable: true })
  revokedByUnit: string | null;

  @Field(() => String, { nullable: true, description: "Why it was revoked; null unless it was (撤销理由)" })
  @Column({ type: "text", nullable: true })
  revocationReason: string | null;

  @Column({ type: "int" })
  version: number;
}
