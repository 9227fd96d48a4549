import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";

/** One assessed period of a district: what its scores have in common, and the record of their publication (ZY-20). */
@Entity()
@ObjectType({
  description:
    "One assessed period of a district with its base; public once its results are published (考核通报, ZY-19, ZY-20)",
})
@Public()
export class ScoreSheet {
  @Field(() => DivisionCode, { name: "district", description: "The district assessed (区县)" })
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description: "Sheet number: district, first and last day, e.g. 430105-P-20260501-20260531 (考核周期编号)",
  })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "date" })
  periodFrom: Day;

  @Column({ type: "date" })
  periodTo: Day;

  @Column({ type: "text" })
  ruleDistrictCode: string;

  @Column({ type: "int" })
  ruleVersion: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Weighted mean of all units' satisfaction in per cent, four decimals; null when nobody was rated (满意度考核基数, ZY-19)",
  })
  @Column({ type: "double precision", nullable: true })
  base: number | null;

  @Field(() => Int, { description: "How many units were assessed (参评单位数)" })
  @Column({ type: "int" })
  units: number;

  @Field(() => Date, { description: "When the scores were computed (计分时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  computedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the results were published; null until then (通报时间, ZY-20)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  publishedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}

/** The number of a district's sheet for a period: one period, one sheet. */
export const sheetNumber = (district: string, { from, to }: { from: Day; to: Day }): string =>
  `${district}-P-${from.replaceAll("-", "")}-${to.replaceAll("-", "")}`;

export const ScoreSheetConnection = connectionOf(ScoreSheet, { public: true });
