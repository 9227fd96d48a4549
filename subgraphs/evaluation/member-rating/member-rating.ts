import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How one resident graded one grid member in one month. */
@Entity()
@ObjectType({ description: "How a resident graded a grid member in a month (居民评分, ZY-10)" })
export class MemberRating {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { name: "member", description: "Member id (网格员编号)" })
  @PrimaryColumn({ type: "text" })
  memberId: string;

  @Field(() => String, { description: "The month graded, e.g. 2021-06 (评分月份)" })
  @PrimaryColumn({ type: "text" })
  month: string;

  /** Who graded; only so that nobody does twice. Never shown. */
  @PrimaryColumn({ type: "text" })
  residentId: string;

  @Field(() => Int, { description: "Grade, 0 to 100 (评分)" })
  @Column({ type: "int" })
  score: number;

  @Field(() => Date, { description: "When it was given (评分时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  ratedAt: Date;
}
