import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";

@Entity()
@ObjectType({
  description:
    "How long the records of who read a subgraph are kept in a district (访问记录留存期限). Each version stays as it was set; from its first day on the latest counts",
})
export class RetentionRule {
  @Field(() => String, {
    description: "The district; 000000: every one without a rule of its own (区县代码)",
    name: "district",
  })
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Whose records: the subgraph that was read (子图名称)" })
  @PrimaryColumn({ type: "text" })
  subgraph: string;

  @Field(() => Int, { description: "Version, from 1 in each district (版本)" })
  @PrimaryColumn({ type: "int" })
  version: number;

  @Field(() => Int, { description: "Years from the access on (留存年数)" })
  @Column({ type: "int" })
  years: number;

  @Field(() => GraphQLLocalDate, { description: "First day (生效日期)" })
  @Column({ type: "date" })
  validFrom: Day;

  @Field(() => Date, {
    nullable: true,
    description: "When it was set; null: it came with the system (设定时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  setAt: Date | null;

  @Column({ type: "text", nullable: true })
  setBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the data bureau that set it; null: it came with the system (设定单位)",
  })
  @Column({ type: "text", nullable: true })
  setByUnit: string | null;

  @Field(() => String, { nullable: true, description: "Why; null: it came with the system (设定理由)" })
  @Column({ type: "text", nullable: true })
  reason: string | null;
}
