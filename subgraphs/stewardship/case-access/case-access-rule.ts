import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { CasePart } from "../../shared/case-part.ts";
import { Key } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description:
    "What the owner of data opens, in every case of its district, to the bodies that work on it: the rows of that case, from the call or dispatch until the case is struck off or the body let go (案内访问规则). A basis is stated as for every reading of others' data",
})
@Key("number")
export class CaseAccessRule {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description: "Number, e.g. 430105-C-0001; access records name it as they name grants (规则编号)",
  })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => String, {
    description: "The subgraph that holds the data, e.g. `civil-affairs` (数据所属子图)",
  })
  @Column({ type: "text" })
  owner: string;

  @Column({ type: "text" })
  ownerUnit: string;

  @Field(() => [CasePart], { description: "To those with one of these parts in the case (适用角色)" })
  @Column({ type: "text", array: true })
  parts: CasePart[];

  @Field(() => [String], { description: "What may be read: `Type` or `Type.field` (开放字段)" })
  @Column({ type: "text", array: true })
  coordinates: string[];

  @Field(() => [String], {
    description:
      "Fields of personal data shown as they are, `Type.field`; what is not named is masked (明文字段)",
  })
  @Column({ type: "text", array: true })
  clear: string[];

  @Field(() => Int, {
    nullable: true,
    description: "Rows one answer may give, all its lists together; null: 100 (单次导出上限)",
  })
  @Column({ type: "int", nullable: true })
  listMaximum: number | null;

  @Field(() => Date, { description: "First instant at which it holds (生效时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  validFrom: Date;

  @Field(() => Date, { description: "First instant at which it no longer holds (失效时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  validUntil: Date;

  @Field(() => String, { description: "Why it is opened (设定理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "When it was set (设定时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  setAt: Date;

  /** Who answers for it; the unit is shown, the person is for inspection. */
  @Column({ type: "text" })
  setBy: string;

  @Field(() => Date, {
    nullable: true,
    description: "When it was withdrawn; null unless it was (撤回时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the unit that withdrew it; null unless it was (撤回单位)",
  })
  @Column({ type: "text", nullable: true })
  withdrawnByUnit: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was withdrawn; null unless it was (撤回理由)",
  })
  @Column({ type: "text", nullable: true })
  withdrawalReason: string | null;

  @Column({ type: "int" })
  version: number;
}
