import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Post } from "../../shared/principal.ts";
import type { ChainedRecord } from "./access-chain.ts";
import { AccessOutcome } from "./access-record-enums.ts";

@Entity()
@ObjectType({
  description:
    "One access to an owner's data: who read what, when, on which basis (访问记录). Ids and codes only, never values; each record seals the one before it, so that none is changed or taken out unseen",
})
export class AccessRecord implements ChainedRecord {
  @Field(() => ID, { description: "Its id: district, subgraph and place in the chain (记录编号)" })
  get id(): string {
    return `${this.districtCode}/${this.subgraph}/${this.sequence}`;
  }

  @Field(() => String, {
    description: "The district whose chain it stands in; 000000 for what was done in none (区县代码)",
    name: "district",
  })
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "The subgraph that was read (子图名称)" })
  @PrimaryColumn({ type: "text" })
  subgraph: string;

  @Field(() => Int, { description: "Place in the chain of the subgraph in the district, from 1 (序号)" })
  @PrimaryColumn({ type: "int" })
  sequence: number;

  @Field(() => Date, { description: "When (时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Field(() => ID, {
    description: "Who read: the identity provider's id of the person or service (人员标识)",
  })
  @Column({ type: "text" })
  personId: string;

  @Field(() => Post, { description: "In which post (岗位)" })
  @Column({ type: "text" })
  post: Post;

  @Field(() => String, { description: "Code of the unit that read (使用单位)" })
  @Column({ type: "text" })
  unit: string;

  @Field(() => String, {
    nullable: true,
    description:
      "On whose behalf: as the token says, else as whoever read stated it; null where nobody's (代谁查询, RFC 8693)",
  })
  @Column({ type: "text", nullable: true })
  onBehalfOf: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the token vouches for whom; false where who read only stated it, and where it was nobody; null in records from before this was kept (代谁查询是否经令牌证明)",
  })
  @Column({ type: "boolean", nullable: true })
  onBehalfOfVouched: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the operation; null where it has none (操作名称)",
  })
  @Column({ type: "text", nullable: true })
  operationName: string | null;

  @Field(() => String, { description: "SHA-256 of the operation's text, in hexadecimal (操作摘要)" })
  @Column({ type: "text" })
  operationHash: string;

  @Field(() => String, { description: "The type of what was read (实体类型)" })
  @Column({ type: "text" })
  entityType: string;

  @Field(() => String, { description: "Keys of what was read, a JSON list (实体主键)" })
  @Column({ type: "text" })
  entityKeys: string;

  @Field(() => [String], { description: "Which fields, `Type.field` (字段)" })
  @Column({ type: "text", array: true })
  fields: string[];

  @Field(() => [ID], {
    description:
      "Whom it was about: residents by their id, others by `person:` and the identity provider's (所涉个人)",
  })
  @Column({ type: "text", array: true })
  subjects: string[];

  @Field(() => String, { nullable: true, description: "The basis stated; null where none was (依据)" })
  @Column({ type: "text", nullable: true })
  basis: string | null;

  @Field(() => String, { nullable: true, description: "The case stated; null where none was (工单编号)" })
  @Column({ type: "text", nullable: true })
  caseNumber: string | null;

  @Field(() => [String], {
    description:
      "The data grants and case access rules it was read by; none where it needed or had none (授权、规则编号)",
  })
  @Column({ type: "text", array: true })
  grantNumbers: string[];

  @Field(() => AccessOutcome, { description: "What became of it (访问结果)" })
  @Column({ type: "text" })
  outcome: AccessOutcome;

  @Field(() => Int, { description: "How many rows were given (行数)" })
  @Column({ type: "int" })
  rowsGiven: number;

  @Field(() => String, { description: "Seal of the record before; zeros at the beginning (前序摘要)" })
  @Column({ type: "text" })
  previousHash: string;

  @Field(() => String, { description: "SHA-256 over everything else on record here, in hexadecimal (摘要)" })
  @Column({ type: "text" })
  hash: string;
}
