import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../../shared/connection.ts";
import type { Post } from "../../../shared/principal.ts";
import { DisputeDecision, WhistleRole } from "../whistle-participant.ts";

/** Written once, when the arbiter decides; what later rulings are measured by. */
@Entity()
@ObjectType({
  description:
    "An arbiter's ruling on a contested duty, kept as a precedent. Everybody in office in the district reads it (职责争议裁决, PG-4)",
})
export class DutyRuling {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @PrimaryColumn({ type: "text" })
  unitCode: string;

  /** The database's: lists are ordered by it, because the whistle is not shown to all who read the ruling. */
  @Column({ type: "uuid", default: () => "gen_random_uuid()" })
  id?: string;

  @Field(() => WhistleRole, { description: "The part it was called for (被呼叫的角色)" })
  @Column({ type: "text" })
  role: WhistleRole;

  @Column({ type: "text", nullable: true })
  matterCode: string | null;

  @Column({ type: "text" })
  divisionCode: string;

  @Field(() => String, { description: "Why the unit contested the duty (争议理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => DisputeDecision, { description: "The decision (裁决)" })
  @Column({ type: "text" })
  decision: DisputeDecision;

  @Field(() => String, { description: "The arbiter's grounds (裁决理由)" })
  @Column({ type: "text" })
  grounds: string;

  @Column({ type: "text", nullable: true })
  responsibleUnitCode: string | null;

  @Field(() => String, { description: "Post of the arbiter (裁决岗位)" })
  @Column({ type: "text" })
  arbiterPost: Post;

  @Column({ type: "text" })
  arbiterUnitCode: string;

  @Field(() => Date, { description: "When it was decided (裁决时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  decidedAt: Date;
}

export const DutyRulingConnection = connectionOf(DutyRuling);
