import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Public } from "../../shared/schema-directives.ts";

/**
 * A unit's result for a period. What it was computed from is kept with it, and the rule by its version, so that anyone
 * can compute it again.
 */
@Entity()
@ObjectType({
  description:
    "A unit's score for a period with what it was computed from; public once published (考核得分, ZY-19, ZY-20)",
})
@Public()
export class Score {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  sheetNumber: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  @Field(() => Int, { description: "All call-backs, those that do not count included (回访总数)" })
  @Column({ type: "int" })
  recorded: number;

  @Field(() => Int, { description: "Valid call-backs: the denominator of the three rates (有效回访数)" })
  @Column({ type: "int" })
  valid: number;

  @Field(() => Int, { description: "Of these, the unit had got in touch (已联系数)" })
  @Column({ type: "int" })
  contacted: number;

  @Field(() => Int, { description: "Of these, solved as the demander says (已解决数)" })
  @Column({ type: "int" })
  solved: number;

  @Field(() => Int, { description: "Of these, satisfied (满意数)" })
  @Column({ type: "int" })
  satisfied: number;

  @Field(() => Int, { description: "Of these, basically satisfied (基本满意数)" })
  @Column({ type: "int" })
  basicallySatisfied: number;

  @Field(() => Int, { description: "Of these, dissatisfied (不满意数)" })
  @Column({ type: "int" })
  dissatisfied: number;

  @Field(() => Float, {
    nullable: true,
    description: "Response rate in per cent; null: no valid call-back (响应率)",
  })
  @Column({ type: "double precision", nullable: true })
  responseRate: number | null;

  @Field(() => Float, { nullable: true, description: "Resolution rate in per cent; null: none (解决率)" })
  @Column({ type: "double precision", nullable: true })
  solvedRate: number | null;

  @Field(() => Float, { nullable: true, description: "Satisfaction rate in per cent; null: none (满意率)" })
  @Column({ type: "double precision", nullable: true })
  satisfiedRate: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The three rates weighted by the rule, 0 to 100; null: no valid call-back (三率综合得分)",
  })
  @Column({ type: "double precision", nullable: true })
  score: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Satisfaction in per cent of the rated call-backs, as compared with the base; null: nobody rated (满意度, ZY-19)",
  })
  @Column({ type: "double precision", nullable: true })
  satisfaction: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Points off the responsibility assessment; null: nobody rated, no score (责任制考核扣分, ZY-19)",
  })
  @Column({ type: "double precision", nullable: true })
  deduction: number | null;
}

export const ScoreConnection = connectionOf(Score, { public: true });
