import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../../shared/connection.ts";

/** What the lists refused. The ticket stays as it was, and that somebody tried stays here: never altered or removed. */
@Entity()
@ObjectType({
  description:
    "A dispatch that the lists refused: who would have put what on whom, when, and by which rule it stayed where it was (被拒派单, GZ-7 to GZ-9)",
})
export class RefusedDispatch {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Its identifier (标识)" })
  @PrimaryColumn({ type: "uuid", default: () => "gen_random_uuid()" })
  id: string;

  @Column({ type: "text" })
  ticketNumber: string;

  @Column({ type: "text" })
  unitCode: string;

  @Column({ type: "text" })
  matterCode: string;

  @Column({ type: "text", nullable: true })
  itemCode: string | null;

  @Field(() => String, { description: "Why it was refused, e.g. OFF_LIST (拒绝代码)" })
  @Column({ type: "text" })
  code: string;

  @Field(() => String, { description: "The rule it was refused by, e.g. GZ-8 (依据规则)" })
  @Column({ type: "text" })
  rule: string;

  @Field(() => String, { description: "The grounds, in English (英文理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => String, { description: "The grounds, in Chinese (理由)" })
  @Column({ type: "text" })
  reasonZh: string;

  @Field(() => String, {
    nullable: true,
    description: "The list that decided; null where none did (清单标识)",
  })
  @Column({ type: "text", nullable: true })
  listId: string | null;

  @Field(() => Int, { nullable: true, description: "Version of that list on the day (清单版本, GZ-11)" })
  @Column({ type: "int", nullable: true })
  listVersion: number | null;

  @Column({ type: "text", nullable: true })
  responsibleUnitCode: string | null;

  @Field(() => Date, { description: "When it was tried (时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Field(() => String, { description: "The post that tried (操作岗位)" })
  @Column({ type: "text" })
  actorPost: string;

  @Column({ type: "text" })
  actorUnitCode: string;

  /** Who tried; kept for the evidence, not shown. */
  @Column({ type: "text" })
  actorId: string;

  /** One attempt is kept once, however often a bad network sends it. */
  @Column({ type: "text" })
  idempotencyKey: string;
}

export const RefusedDispatchConnection = connectionOf(RefusedDispatch);
