import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description:
    "One case that the owner of data closed to one body: neither its case access rules nor its grants for the rows of a case open it to that body, in this case or one it was merged into (案内访问排除). Broken glass it does not hinder",
})
export class CaseExclusion {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 430105-X-0001 (排除编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => String, { description: "The subgraph that holds the data (数据所属子图)" })
  @Column({ type: "text" })
  owner: string;

  @Column({ type: "text" })
  ownerUnit: string;

  @Field(() => String, { description: "Number of the case's ticket (工单编号)" })
  @Column({ type: "text" })
  caseNumber: string;

  @Field(() => String, {
    description: "Code of the unit it is closed to; a department's includes its stations (被排除单位代码)",
  })
  @Column({ type: "text" })
  unit: string;

  @Field(() => String, { description: "Why (排除理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "When it was closed (排除时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  excludedAt: Date;

  /** Who answers for it; the unit is shown, the person is for inspection. */
  @Column({ type: "text" })
  excludedBy: string;

  @Field(() => Date, {
    nullable: true,
    description: "When it was opened again; null while it is closed (恢复时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  liftedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was opened again; null while it is closed (恢复理由)",
  })
  @Column({ type: "text", nullable: true })
  liftReason: string | null;

  @Column({ type: "int" })
  version: number;
}
